"""The console's sections; a person sees those that the role may open."""

from __future__ import annotations

from dataclasses import dataclass

from bot.staff.roles import May
from bot.staff.sessions import Me


@dataclass(frozen=True)
class Entry:
    path: str
    label: str
    right: May


HOME = "/staff"
MENU = (
    Entry(HOME, "Trang đầu", May.LOOK_UP),
    Entry("/staff/conversations", "Trò chuyện", May.TAKE_OVER),
    Entry("/staff/call-backs", "Gọi lại", May.TAKE_OVER),
    Entry("/staff/tickets", "Phản ánh, kiến nghị", May.ANSWER_TICKETS),
    Entry("/staff/complaints", "Phản ánh về cán bộ", May.READ_COMPLAINTS),
    Entry("/staff/procedures", "Tra cứu thủ tục", May.LOOK_UP),
    Entry("/staff/learning", "Học từ thực tế", May.TEACH),
    Entry("/staff/learning/changes", "Đề xuất", May.REVIEW),
    Entry("/staff/notices", "Tạm ngừng, thông báo", May.TAKE_DOWN),
    Entry("/staff/catalogue", "Danh mục", May.IMPORT),
    Entry("/staff/figures", "Số liệu", May.READ_FIGURES),
    Entry("/staff/worklist", "Đôn đốc hồ sơ", May.READ_FIGURES),
    Entry("/staff/accounts", "Tài khoản", May.MANAGE_STAFF),
    Entry("/staff/audit", "Nhật ký", May.READ_AUDIT),
)


def menu_of(me: Me) -> list[Entry]:
    return [entry for entry in MENU if me.may(entry.right)]


def current(path: str, entries: list[Entry]) -> str:
    """The path of the entry that a page belongs to; empty: none."""
    within = [one.path for one in entries if path == one.path or path.startswith(f"{one.path}/")]
    return max(within, key=len, default="") if path != HOME else HOME
