"""Is what people type printed as they typed it, or said plainly not to be?"""

import doctest
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from putright.letters import plain_text, wording
from putright.letters.fonts import printable_characters
from putright.letters.plain_text import cleaned, with_places_to_break


class TestCleaned:
    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("Thank you", "Thank you"),
            ("  Thank \t you  ", "Thank you"),
            ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
            ("one\n \n\n\ntwo\n", "one\n\ntwo"),
            ("Llŷr o Landŵr — café", "Llŷr o Landŵr — café"),
            ("cafe\u0301", "café"),
            ("مرحبا شكرا", "مرحبا شكرا"),
            ("ਸਤ ਸ੍ਰੀ ਅਕਾਲ", "ਸਤ ਸ੍ਰੀ ਅਕਾਲ"),
            ("bell\x07, null\x00, escape\x1b[31m", "bell, null, escape[31m"),
            ("not\u202eeverse\u202c", "noteverse"),
            ("half\ud83dpair", "halfpair"),
            ("sad 😢😢", "sad [crying face]"),
            ("👍🏽 👩‍👩‍👧!", "[thumbs up sign, woman, girl]!"),
            ("done ✔️.", "done [heavy check mark]."),
            ("你好，谢谢。", "[writing in Chinese or Japanese that we cannot print]"),
            ("สวัสดี ครับ", "[writing in Thai that we cannot print]"),
            ("\ue000", "[a sign that we cannot print]"),
            ("{reference}", "{reference}"),
        ],
    )
    def test_prints(self, typed, printed):
        assert cleaned(typed) == printed

    @given(st.text())
    @example("e\u200b\u0301")
    def test_twice_is_once(self, typed):
        assert cleaned(cleaned(typed)) == cleaned(typed)

    @given(st.text())
    def test_leaves_only_what_the_fonts_have(self, typed):
        assert set(cleaned(typed)) <= printable_characters() | {"\n"}

    @given(st.text(alphabet=[sign for sign in sorted(printable_characters()) if unicodedata.category(sign)[0] in "LN"]))
    def test_loses_no_letter_that_the_fonts_have(self, typed):
        assert cleaned(typed) == unicodedata.normalize("NFC", typed)

    @given(st.sampled_from("aẃבخकকਕકக"), st.text(alphabet="\u0301\u05b7\u0650\u093f\u09bf\u0a3f\u0abf\u0bbf"))
    def test_keeps_a_letter_whatever_marks_are_put_on_it(self, letter, marks):
        assert unicodedata.normalize("NFC", letter + marks)[0] == cleaned(letter + marks)[0]


class TestPlacesToBreak:
    @given(st.text(alphabet="ab ẃé\u0301\u0327\n"), st.integers(4, 40))
    def test_change_no_letter_and_part_none_from_its_accents(self, text, longest):
        broken = with_places_to_break(text, longest=longest)

        assert broken.replace("\u200b", "") == text
        assert not any(unicodedata.combining(piece[0]) for piece in broken.split("\u200b")[1:])

    @given(st.text(alphabet="abc"), st.integers(4, 40))
    def test_leave_no_piece_too_long(self, word, longest):
        assert all(len(piece) <= longest for piece in with_places_to_break(word, longest=longest).split("\u200b"))


@pytest.mark.parametrize("module", [plain_text, wording])
def test_the_examples_are_right(module):
    assert doctest.testmod(module).failed == 0
