"""Words that steer the call."""

from __future__ import annotations

import pytest

from voice.commands import command_of


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("nói lại", "repeat"),
        ("Anh nhắc lại giúp tôi với ạ", "repeat"),
        ("cho tôi nghe lại", "repeat"),
        ("đọc lại mã giúp tôi", "repeat"),
        ("nhắc lại mã số lần nữa", "repeat"),
        ("làm lại mã số thuế", None),
        ("gì cơ", "repeat"),
        ("tôi nghe không rõ", "repeat"),
        ("chậm hơn", "slower"),
        ("nói chậm lại một chút", "slower"),
        ("đọc chậm thôi em", "slower"),
        ("nhanh quá", "slower"),
        ("bác nghe không rõ", "repeat"),
        ("nói to lên một chút", "louder"),
        ("to lên", "louder"),
        ("nói nhỏ quá", "louder"),
        ("nói to lên cho bác với", None),
        ("khác", "others"),
        ("trường hợp khác", "others"),
        ("a lô", "here"),
        ("alo alo", "here"),
        ("a lô nghe không", "here"),
        ("có nghe tôi nói không", "here"),
        ("có ai ở đó không", "here"),
        ("có ai nghe máy không", "here"),
        ("nghe rõ không", "here"),
        ("a lô cho tôi hỏi hộ chiếu", None),
        ("tớ", None),
        ("tờ khai", None),
        ("có không", None),
        ("làm thủ tục khác", None),
        ("làm lại căn cước", None),
        ("nói lại lệ phí", None),
        ("sao xử lý chậm thế", None),
        ("cấp lại", None),
        ("", None),
    ],
)
def test_only_the_whole_of_it_is_a_command(said: str, command: str | None) -> None:
    assert command_of(said) == command
