"""What a roadmap does not say."""

from __future__ import annotations

from npm_readiness.gap_report.document import Block, Bullets, Inline
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.roadmap.naming import Names

__all__ = ["limits"]


def limits(names: Names) -> tuple[Block, ...]:
    """How what it unlocks is reckoned, and what is not in it."""
    return (Bullets(tuple(_limits(names))),)


def _limits(names: Names) -> tuple[Inline, ...]:
    say, roadmap = names.texts.say, names.roadmap
    told = [
        say(
            "What a package unlocks is reckoned as if each of its questions were answered yes, and everything else were as it is "
            "today. Once a body is the mechanism, or people are in post, questions can be answered that are closed today: then the "
            "profile is to be assessed anew."
        ),
        say(
            "Only gaps that are known are in the packages. A question that is not answered yet, or is unknown, can turn out to be "
            "a further gap; the gap report names them."
        ),
        say("A stage that is cleared is not a stage that is ready: what is not known of it stays open."),
        say(
            "The order follows what the criteria say must come first. Packages that wait for no other may be carried out in any "
            "order, or at the same time; whether there are people and money for that, a roadmap does not know."
        ),
    ]
    if roadmap.waiting:
        told.append(
            say(
                "What waits for the mechanism is left out; the gap report lists it. It asks nothing of anybody today and has to be "
                "examined once the mechanism is at work."
            )
        )
    if any(package.actions and any(action.done for action in package.actions) for package in roadmap.packages):
        told.append(
            say(
                "What the profile names as done takes no time here. Its answers change only when somebody has looked and answers "
                "anew."
            )
        )
    return tuple(line(sentence) for sentence in told)
