"""What a citizen must be able to say, made up in the forms people use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from bench.redaction.numbers import digits

_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _day(rng: Random) -> date:
    return date(2018, 1, 1) + timedelta(days=rng.randrange(365 * 10))


def case_code(rng: Random) -> str:
    day, width = _day(rng), rng.choice((4, 5, 6, 7))
    unit = rng.choice(("H26", "H26.12", "G22.99", "H26.12.30", "000.00.04.H51", "G09.20"))
    stamp = day.strftime(rng.choice(("%y%m%d", "%Y%m%d")))
    return f"{unit}-{stamp}-{digits(rng, width)}"


def loose_case_code(rng: Random) -> str:
    """Small letters, missing dots and hyphens, O for 0, blanks."""
    unit, stamp = rng.choice(("H26", "H26.12")), f"{_day(rng):%y%m%d}"
    code = f"{unit}-{stamp}-{digits(rng, rng.choice((4, 5)))}"
    change = rng.choice((".-", "-", "o", "small", " "))
    if change == "o":
        return code.replace("0", "O")
    if change == "small":
        return code.lower()
    if change == " ":
        return code.replace("-", " ")
    return "".join(sign for sign in code if sign not in change)


def said_case_code(rng: Random) -> str:
    """ "hát hai sáu chấm một hai gạch …", as it is read out."""
    code = f"26.{rng.randint(10, 40)}-{_day(rng):%y%m%d}-{digits(rng, 4)}"
    signs = {".": "chấm", "-": "gạch"}
    return "hát " + " ".join(signs.get(sign) or _WORDS[int(sign)] for sign in code)


def procedure_code(rng: Random) -> str:
    tail = rng.choice(("00", "01", "02", "11")) + digits(rng, 4)
    code = f"{rng.randint(1, 6)}.{tail}"
    return rng.choice((code, code, code.replace(".", ""), f"{code}.000.00.00.H26"))


def decree(rng: Random) -> str:
    what = rng.choice(("Nghị định", "Thông tư", "Quyết định", "nghi dinh", "Nghị quyết", ""))
    mark = rng.choice(("/NĐ-CP", "/TT-BTC", "/QĐ-UBND", "/NQ-HĐND", "/TTLT-BTP-BCA", ""))
    return f"{what} {rng.randint(1, 4999)}/{rng.randint(1999, 2026)}{mark}".strip()


def fee(rng: Random) -> str:
    amount = rng.choice((8, 50, 75, 200, 1500, 12_500, 150_000, 1_250_000)) * 1000
    unit = rng.choice((" đồng", "đ", " VNĐ", " vnd", " đồng/lần"))
    spaced = f"{amount:,}"
    return (
        rng.choice((spaced.replace(",", "."), spaced, str(amount), spaced.replace(",", " "))) + unit
    )


def priced(rng: Random) -> str:
    """An amount without its unit."""
    amount = rng.choice((50, 200, 150_000, 1_250_000, 20_000_000)) * 1000
    return rng.choice(("phí ", "vốn ", "lệ phí là ", "giá ", "số tiền ")) + str(amount)


def ordinary_date(rng: Random) -> str:
    day = _day(rng)
    shown = rng.choice(
        (f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%d-%m-%Y}", f"{day:%d/%m}", f"{day:%m/%Y}")
    )
    before = ("hẹn trả ngày ", "nộp hôm ", "từ ngày ", "khai sinh ngày ", "hết hạn ", "cấp ngày ")
    return rng.choice(before) + shown


def public_number(rng: Random) -> str:
    known = (
        "1022",
        "113",
        "114",
        "115",
        "19001009",
        "18001096",
        "1900 1009",
        "1900.1009",
        "113 114 115",
    )
    return rng.choice(("gọi ", "tổng đài ", "hotline ", "số ")) + rng.choice(known)


def law(rng: Random) -> str:
    return rng.choice(
        (
            f"Luật Đất đai năm {rng.randint(1993, 2025)}",
            f"khoản {rng.randint(1, 9)} Điều {rng.randint(1, 260)}",
            f"điều {rng.randint(1, 99)}, {rng.randint(1, 99)}, {rng.randint(1, 99)}",
            f"các năm {rng.randint(2015, 2019)}, {rng.randint(2020, 2022)} và 2024",
            f"giai đoạn {rng.randint(2015, 2020)}-{rng.randint(2021, 2030)}",
        )
    )


def quantity(rng: Random) -> str:
    return rng.choice(
        (
            f"hồ sơ {rng.randint(2015, 2026)}",
            f"{rng.randint(1, 99)} bản sao",
            f"thửa số {rng.randint(1, 999)} tờ bản đồ {rng.randint(1, 99)}",
            f"{rng.randint(20, 5000)} m2",
            f"{rng.randint(1, 90)} tuổi",
            f"{rng.randint(3, 60)} ngày làm việc",
        )
    )


def house(rng: Random) -> str:
    return rng.choice(
        (
            f"số {rng.randint(1, 400)} ngõ {rng.randint(1, 400)}",
            f"{rng.randint(1, 99)}/{rng.randint(1, 99)}/{rng.randint(1, 99)} phố Hàng Bột",
            f"căn {rng.randint(101, 3210)} tòa S{rng.randint(1, 4)}.0{rng.randint(1, 9)}",
            f"số nhà {rng.randint(1, 200)}B tổ {rng.randint(1, 40)}",
        )
    )


def said_amount(rng: Random) -> str:
    return rng.choice(
        (
            "hai trăm năm mươi nghìn đồng", "một triệu hai trăm năm mươi nghìn đồng",
            "năm hai nghìn không trăm hai mươi lăm",
            "nghị định một trăm mười tám năm hai không hai lăm",
            "một chấm không không một một chín ba", "gọi một không hai hai", "ba mươi hai ngày",
            "một chín không không một không không chín",
        )
    )  # fmt: skip


def receipt(rng: Random) -> str:
    """The day and number of a case without its office, as on a slip."""
    before = ("hồ sơ ", "mã hồ sơ của tôi là ", "biên nhận số ", "hồ sơ số của em là ", "giấy hẹn ")
    return rng.choice(before) + f"{_day(rng):%y%m%d}{digits(rng, 4)}"


def looks_personal(rng: Random) -> str:
    """Has the beginning or the letters of a passport, plate, tax code or nickname, and is none."""
    hundreds = rng.randint(11, 99)
    return rng.choice(
        (
            f"ngày {_day(rng):%d%m%Y}", f"phí e {hundreds}00000 à", f"loại B {hundreds}00000",
            f"{hundreds}k 20000", f"{hundreds}h 15000", f"căn B {hundreds}03", "8000000000",
            f"mẫu to.khai{hundreds}.docx", f"trang hanoi.gov{hundreds}.vn",
            f"lô E {hundreds}{hundreds}", f"số của tôi là {hundreds}",
            f"số của tôi là H26.12-{_day(rng):%y%m%d}-{digits(rng, 4)}",
        )
    )  # fmt: skip


SURVIVORS: dict[str, Callable[[Random], str]] = {
    "case code": case_code,
    "case code, loosely typed": loose_case_code,
    "case code, read out": said_case_code,
    "procedure code": procedure_code,
    "decree, circular": decree,
    "fee": fee,
    "amount without unit": priced,
    "ordinary date": ordinary_date,
    "public number": public_number,
    "law, article, year": law,
    "quantity": quantity,
    "house": house,
    "said in words": said_amount,
    "receipt": receipt,
    "looks personal": looks_personal,
}
