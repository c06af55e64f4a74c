"""Who sets a fee, read from the text beside it."""

from __future__ import annotations

import re

COUNCIL = "Hội đồng nhân dân cấp tỉnh"
COMMITTEE = "Ủy ban nhân dân cấp tỉnh"
FINANCE = "Bộ Tài chính"
FEE_LAW = "pháp luật về phí và lệ phí"

_CIRCULAR = re.compile(r"Thông tư(?: liên tịch)?(?: số)?\s+(\d+/\d{4}/TT[\w-]*)", re.IGNORECASE)
_DECREE = re.compile(r"Nghị định(?: số)?\s+(\d+/\d{4}/NĐ-CP)", re.IGNORECASE)


def find_setter(text: str) -> str | None:
    """The authority, else the circular or law, that `text` names; None where it names none.

    A council named beside a circular wins: the circular only guides the councils.
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
    decree = _DECREE.search(text)
    if decree is not None:
        return f"Nghị định {decree[1]}"
    if re.search(r"pháp luật về (mức )?(thu )?phí|luật phí|phí (và|,) lệ phí hiện hành", low):
        return FEE_LAW
    return None
