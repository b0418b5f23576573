"""Does a letter's Markdown read back as the same letter, whatever people typed into it?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.letters.blocks import (
    BulletList,
    Heading,
    NewPage,
    Paragraph,
    Quotation,
    Run,
    Square,
    TickBoxes,
    WriteHere,
)
from putright.letters.markdown import as_markdown, blocks_in
from putright.letters.plain_text import cleaned, in_one_line

MARKUP = st.sampled_from(
    ["# ", "## ", "- ", "+ ", "* ", "1. ", "2) ", "> ", "    ", "---", "===", "***", "**", "_", "__", "`", "```", "~~~",
     "[x](y)", "![x](y)", "<b>", "</b>", "<!--", "&amp;", "&", "\\", "\\\\", "|", "{", "}", "[ ] ", "____", "http://a.b",
     "<http://a.b>", "\n", "\n\n", "a", "b c", "é", "."]
)  # fmt: skip
TYPED = (st.lists(MARKUP).map("".join) | st.text()).map(cleaned).filter(bool)
LINE = TYPED.map(lambda text: text.replace("\n\n", "\n"))
WORDS = LINE.map(lambda text: (Run(text),))
ONE_LINE = TYPED.map(lambda text: (Run(in_one_line(text)),))
BLOCKS = st.one_of(
    st.builds(Heading, st.sampled_from([2, 3]), ONE_LINE),
    st.builds(Paragraph, WORDS),
    st.builds(TickBoxes, st.lists(WORDS, min_size=1).map(tuple)),
    st.builds(Quotation, st.lists(WORDS, min_size=1).map(tuple)),
    st.just(NewPage()),
    st.just(WriteHere("Your name:")),
    st.just(Square("https://complaints.example.nhs.uk/consent")),
    st.builds(BulletList, st.lists(WORDS, min_size=1).map(tuple)),
)


@given(st.lists(BLOCKS))
def test_reads_back_as_the_same_blocks(blocks):
    # Two lists or two quotations that meet would be one.
    apart = tuple(part for block in blocks for part in (block, Paragraph((Run("Then"),))))

    assert blocks_in(as_markdown(apart)) == apart


def test_bold_words_stay_bold():
    words = (Run("By "), Run("2 April 2026:", strong=True), Run(" *we* write."))

    assert as_markdown((Paragraph(words),)) == "By **2 April 2026:** \\*we\\* write."
    assert blocks_in("By **2 April 2026:** \\*we\\* write.") == (Paragraph(words),)


def test_lines_of_one_paragraph_are_one_paragraph():
    assert blocks_in("We are\nsorry\\\nabout it.") == (Paragraph((Run("We are sorry\nabout it."),)),)


def test_reads_forms():
    assert blocks_in("- [ ] Yes\n- [ ] No\n\nYour name: ____\n\n---\n") == (
        TickBoxes(((Run("Yes"),), (Run("No"),))),
        WriteHere("Your name:"),
        NewPage(),
    )


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("1. first", "ordered list"),
        ("`code`", "code inline"),
        ("*leaning*", "em"),
        ("[here](http://a.b)", "link"),
        ("<b>bold</b>", "html inline"),
        ("<div>\n</div>", "html block"),
        ("![](a.png)", "image"),
        ("- one\n  - inner", "plain lines only"),
        ("> - one", "plain lines only"),
        ("    code", "code block"),
    ],
)
def test_refuses_what_a_letter_has_no_place_for(markdown, said):
    with pytest.raises(ValueError, match=said):
        blocks_in(markdown)
