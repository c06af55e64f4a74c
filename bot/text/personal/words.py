"""What people put between a word and its number: "số cccd của em là: …"."""

from __future__ import annotations

_BETWEEN = (
    "la so cua toi em minh chau con be me bo chong vo ong anh chi nay day cu moi cap duoc ma nhan "
    "ca the thi thu dang dung nhu sau gom co du chinh chu hien tai vao hom a ra ban dinh nha rieng"
)
# At most six of them, with the signs people type in between.
FILLERS = rf"(?: (?:{'|'.join(_BETWEEN.split())})(?!\w)){{0,6}}[ :=#(.,-]{{1,4}}"
# A word begins here; not the word inside a placeholder: "[phone]".
BEGIN = r"(?<![\w\[])"


def digits(least: int, most: int) -> str:
    """Pattern of a number of that many digits, perhaps grouped by spaces, dots or hyphens."""
    return rf"\d(?:[ .-]{{0,2}}\d){{{least - 1},{most - 1}}}(?!\d)"
