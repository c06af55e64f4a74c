"""Who sets a fee, read from the text beside it."""

from __future__ import annotations

import re

COUNCIL = "Hội đồng nhân dân cấp tỉnh"
COMMITTEE = "Ủy ban nhân dân cấp tỉnh"
FINANCE = "Bộ Tài chính"
FEE_LAW = "pháp luật về phí và lệ phí"

_CIRCULAR = re.compile(r"Thông tư(?: liên tịch)?(?: số)?\s+(\d+/\d{4}/TT[\w-]*)", re.IGNORECASE)


def find_setter(text: str) -> str | None:
    """The authority, else the circular or law, that `text` names; None where it names none.

    Decrees are not taken: fee texts cite them for cases and ways of paying. A council named
    beside a circular wins: the circular only guides the councils.
    """
    low = text.lower()
    if "hội đồng nhân dân" in low or "hđnd" in low:
        return COUNCIL
    if "chính quyền địa phương" in low:
        return "chính quyền địa phương"
    circular = _CIRCULAR.search(text)
    if circular is not None:
        return f"Thông tư {circular[1]}"
    if re.search(r"bộ tài chính", low):
        return FINANCE
    if re.search(r"(ủy|uỷ) ban nhân dân cấp tỉnh\s+(quy|quyết) định", low):
        return COMMITTEE
    if re.search(r"pháp luật về (mức )?(thu )?phí|luật phí|phí (và|,) lệ phí hiện hành", low):
        return FEE_LAW
    return None


def lasting_setter(setter: str | None) -> str | None:
    """Who sets the fee once the circular that was named has ended: its ministry."""
    if setter is None or not setter.startswith("Thông tư"):
        return setter
    return FINANCE if setter.endswith("TT-BTC") else None
