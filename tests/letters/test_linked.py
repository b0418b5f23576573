"""Do the letters about what waits say what the person may know, and nothing else?"""

from putright.domain.linked import UNNAMED
from putright.letters.composition import compose
from tests.letters.linked_builders import a_hold_lifted, a_hold_notice


def words(name, facts) -> str:
    return compose(name, facts).markdown


class TestAHold:
    def test_says_what_waits_for_what_what_goes_on_and_that_the_law_s_day_stays(self) -> None:
        text = words("hold-notice", a_hold_notice())

        assert "We have to stop work for now on this part of your complaint:" in text
        assert "- Clinical treatment" in text
        assert "It has to wait for the coroner’s inquest." in text
        assert "We must not ask her first." in text
        assert "We will look at this again by 6 May 2026." in text
        assert "The law gives us until 1 October 2026 to answer you. This does not change that day." in text
        assert "- Waiting times" in text

    def test_of_which_nothing_may_be_said_names_nothing(self) -> None:
        text = words("hold-notice", a_hold_notice(because=UNNAMED, explanation=None, unsaid=True))

        assert "It has to wait for other work that has to be done first, of which we may not say more." in text
        assert "This does not say anything about you." in text

    def test_that_stands_still_says_that_it_was_looked_at(self) -> None:
        text = words("hold-notice", a_hold_notice(again=True))

        assert "We have looked at it again. This still has to wait:" in text
        assert "We have to stop work" not in text

    def test_on_which_the_person_agreed_says_that_they_can_change_their_mind(self) -> None:
        assert "You can change your mind at any time." in words("hold-notice", a_hold_notice(agreed=True))
        assert "change your mind" not in words("hold-notice", a_hold_notice())


class TestTakenUpAgain:
    def test_says_what_goes_on_and_what_waits_still(self) -> None:
        text = words("hold-lifted", a_hold_lifted())

        assert text.index("It need not wait any more.") < text.index("- Clinical treatment")
        assert text.index("This still has to wait:") < text.index("- Communication")

    def test_of_all_of_it_says_nothing_of_waiting(self) -> None:
        assert "still has to wait" not in words("hold-lifted", a_hold_lifted(still=()))
