"""What do the practices of the demonstration answer to the complaints that they have looked into?"""

from typing import Final

from putright.demo.practice import Answer

A_LATE_BLOOD_TEST: Final = Answer(
    first="The clinic began late because one of two nurses was away, and no cover had been arranged.",
    first_remedy="Cover is now arranged the week before.",
    second="There was a notice at the desk, but none in the waiting area where you were sitting.",
    second_remedy="Delays are shown on the screen in the waiting area.",
    considered="We read the clinic's list for that day and spoke to the nurse and the reception team.",
    done="Cover is arranged a week ahead, and delays are shown on the screen.",
    sorry="We are sorry that you waited so long, and that nobody told you why.",
    wanted="People are told from now on: the screen in the waiting area shows each delay.",
    change="Show delays on the screen",
    who="The reception manager",
)
A_BUS_MISSED: Final = Answer(
    first="The clinic began an hour late because one of two nurses was away, and no cover had been arranged.",
    first_remedy="Cover is now arranged the week before.",
    second="There was a note at the desk. Nobody went round the waiting area to say so.",
    second_remedy="Whoever is at the desk tells everybody who waits.",
    considered="We read the clinic's list for that day and spoke to the nurse and the reception team.",
    done="Cover is arranged a week ahead, and whoever waits is told in person.",
    sorry="We are sorry that you missed your bus because of us, and that nobody told you in time.",
    wanted="Cover is arranged a week ahead from now on, so that a clinic begins when it should.",
    change="Tell everybody who waits when a clinic runs late",
    who="The reception manager",
)
A_LATE_DRESSING: Final = Answer(
    first="The nurse was called to somebody who had collapsed, and nobody took over her list.",
    first_remedy="A second nurse takes over the list in an emergency.",
    second="A notice was put up within ten minutes, but by the back door.",
    second_remedy="Notices hang beside the seats.",
    considered="We spoke to the nurse and the reception team, and stood where you sat.",
    done="A second nurse takes over, and notices hang where people sit.",
    sorry="We are sorry that you waited an hour and a half without knowing why.",
    wanted="From now on a notice beside the seats says how long it will be.",
    change="Hang notices beside the seats",
    who="The reception manager",
)
A_FLU_CLINIC: Final = Answer(
    first="The vaccines came an hour late, and the clinic could not begin without them.",
    first_remedy="Vaccines are delivered the day before.",
    second="The receptionist rang those who were still at home. Nobody went out to those who stood outside.",
    second_remedy="Whoever waits outside is told and let in.",
    considered="We read the delivery note and spoke to the nurse and to the receptionist of that morning.",
    done="Vaccines come the day before, and nobody is left outside.",
    sorry="We are sorry that you stood in the rain, and that nobody came out to you.",
    wanted="You asked for an apology. You have it, and you were right to ask.",
    change="Open the doors when people wait outside",
    who="The practice manager",
)
AN_ASTHMA_REVIEW: Final = Answer(
    first="Three reviews were cancelled because the asthma nurse was needed elsewhere. After the first you should have"
    " come before others.",
    first_remedy="A review that was put off once is not put off again.",
    second="We rang you once, on a number that is no longer yours. The other two times nobody tried.",
    second_remedy="Your number is right now, and a message is sent as well.",
    considered="We read your record and the list of calls, and spoke to the asthma nurse and the reception team.",
    done="A review is put off once at most, and the person hears of it the day before.",
    sorry="We are sorry that you came for nothing three times.",
    wanted="Your asthma review is booked for next week, with the nurse whom you know.",
    change="Put no review off twice",
    who="The lead nurse",
)
A_BROKEN_SCREEN: Final = Answer(
    first="The check-in screen had lost its line to our list, so nobody here knew that you had come.",
    first_remedy="The line is mended, and the desk is warned when it breaks.",
    second="The screen showed the last list that it had. It is made so that it says when it is out of order; that had"
    " been switched off.",
    second_remedy="The screen says so when it is out of order.",
    considered="We read the log of the screen and spoke to the reception team and the company that looks after it.",
    done="The screen is mended, warns the desk and says when it is out of order.",
    sorry="We are sorry that you sat there unseen, and went home without having been called.",
    wanted="The screen was mended, and shows who is next.",
    change="Let the screen say when it is out of order",
    who="The practice manager",
)
