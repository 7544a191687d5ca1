import sys

import pytest

from dragoman.intake.languages import language_of
from dragoman.vocab import Vocabulary


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said that the treaty would be signed on Monday in Vienna by the two states.", "en"),
        ("Der Minister sagte, dass der Vertrag am Montag in Wien von den beiden Staaten unterzeichnet werde.", "de"),
        ("Le ministre a déclaré que le traité serait signé lundi à Vienne par les deux États membres.", "fr"),
        ("De minister zei dat het verdrag maandag in Wenen door de twee staten wordt ondertekend.", "nl"),
        ("Министр сообщил, что договор будет подписан в понедельник в Вене двумя государствами.", "ru"),
        ("두 나라는 월요일 비엔나에서 조약에 서명할 것이라고 장관이 말했다.", "ko"),
        ("両国は月曜日にウィーンで条約に署名すると大臣が述べた。", "ja"),
        ("两国将于星期一在维也纳签署条约。", "zh"),
        ("Kim meets Putin", "en"),
    ],
)
def test_tells_the_language(vocabulary: Vocabulary, text: str, code: str):
    assert language_of(text, vocabulary) == code


def test_plain_english_does_not_load_the_statistics(vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "py3langid", None)

    text = "The minister said that the treaty would be signed on Monday by both of the states."

    assert language_of(text, vocabulary) == "en"
