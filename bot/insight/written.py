"""Values as people in Viet Nam write them."""

from __future__ import annotations

from bot.insight.model import Unit

HIDDEN = "ít hơn 5"
NONE = "chưa có"


def written(value: float, unit: Unit) -> str:
    """73568 → "73.568"; a share 0.845 → "84,5 %"; 81.4 seconds → "1:21"."""
    match unit:
        case Unit.SHARE:
            return f"{_comma(value * 100, 1)} %"
        case Unit.MEAN:
            return _comma(value, 1)
        case Unit.MS:
            return f"{_comma(value, 0)} ms"
        case Unit.HOURS:
            return f"{_comma(value, 1).removesuffix(',0')} giờ"
        case Unit.LENGTH:
            minutes, seconds = divmod(round(value), 60)
            return f"{minutes}:{seconds:02d}"
        case _:
            return _comma(value, 0)


def _comma(value: float, digits: int) -> str:
    return f"{value:,.{digits}f}".translate({ord(","): ".", ord("."): ","})
