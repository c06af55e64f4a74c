"""Who does not say "renew", "cancel" or "pass on" means the plain act."""

from bot.retrieval.acts import Acts

TITLES = ["Đăng ký tạm trú", "Gia hạn tạm trú", "Xóa đăng ký tạm trú"]


def test_the_plain_title_never_names_an_unsaid_act() -> None:
    assert Acts(TITLES).unsaid("đăng ký tạm trú").tolist() == [False, True, True]


def test_an_act_that_is_said_counts_for_its_title_with_or_without_diacritics() -> None:
    assert Acts(TITLES).unsaid("gia han tam tru").tolist() == [False, False, True]


def test_an_act_may_be_said_by_what_everyday_words_mean() -> None:
    assert Acts(TITLES).unsaid("bỏ tạm trú", "xóa đăng ký tạm trú").tolist() == [False, True, False]


def test_the_act_that_is_said_speaks_for_its_title() -> None:
    assert Acts(TITLES).said("tôi muốn gia hạn tạm trú").tolist() == [False, True, False]
    assert not Acts(TITLES).said("tôi muốn ở tạm").any()
