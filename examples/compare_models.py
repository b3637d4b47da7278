"""Which model? Turkmenistan held against all four: its Ombudsperson, a new body, and several bodies.

The profile rests on public documents of 2023, by which an Ombudsperson's office with public associations was being studied.
The new body and the several bodies are HYPOTHETICAL: no source says that the country considers them, and the profile holds no
fact about them. So what their law would say is open, and the comparison says what it would have to settle.

Run it from anywhere: python examples/compare_models.py [models.html, .docx, .xlsx, .md or .json]
It prints; with a file it writes the whole comparison of the second part.
"""

from __future__ import annotations

import sys
from pathlib import Path

from npm_readiness import Profile, compare_models, load_catalogue, load_profile, render
from npm_readiness.models.bodies import Body, Npm
from npm_readiness.models.vocabulary import BodyRole, NpmModel
from npm_readiness.planning.models.about_bodies import about_bodies
from npm_readiness.planning.models.result import ModelComparison

HERE = Path(__file__).parent


def in_lines(comparison: ModelComparison) -> None:
    """Each option with what applies, what is met, and the fewest questions to raise."""
    for option in comparison.models:
        bodies = ", ".join(body.name or "a new body (hypothetical)" for body in option.bodies)
        others = " and others (hypothetical)" if option.with_others else ""
        fewest = option.smallest_set.next_stage if option.smallest_set is not None else None
        print(
            f"{option.id}, {bodies}{others}: {option.treaty.applicable} treaty requirements, {option.treaty.met} met, "
            f"{option.treaty.open} open; peculiar to it: {len(option.specific)}; to ask: {len(option.to_ask)}; "
            f"to raise for {fewest.stage if fewest else 'nothing'}: {len(fewest.questions) if fewest else 0}"
        )


def beside_a_new_body(profile: Profile) -> Profile:
    """The same country with a new body beside the Ombudsperson, of which nothing is known, not even of which kind it would be.

    What the profile answers about a body it answers of the Ombudsperson; these answers move to its entry, so that none holds for
    the new one.
    """
    about_the_body = about_bodies(load_catalogue(), profile.checklists)
    own = {name: given for name, given in profile.answers.items() if name in about_the_body}
    ombudsperson = Body(
        id="ombudsperson",
        name=profile.npm.institution or "Ombudsperson",
        kind=profile.npm.institution_kind,
        role=BodyRole.CANDIDATE,
        answers=own,
    )
    new = Body(id="new-body", name="a new body (hypothetical)", role=BodyRole.CANDIDATE)
    return profile.model_copy(
        update={
            "npm": Npm(bodies=(ombudsperson, new)),
            "answers": {name: given for name, given in profile.answers.items() if name not in own},
        }
    )


def main() -> None:
    """All four models for the body that the profile names; then all four for the Ombudsperson and for a new body."""
    profile = load_profile(HERE / "turkmenistan.yaml")
    # The profile considers two models; a comparison can ask what the others would mean.
    every = profile.model_copy(update={"npm": profile.npm.model_copy(update={"candidates": tuple(NpmModel)})})
    comparison = compare_models(every)
    in_lines(comparison)
    print()
    print(render(comparison, "text"))
    print("The same beside a new body, with the answers about the Ombudsperson kept to it:")
    beside = compare_models(beside_a_new_body(every))
    in_lines(beside)
    for name in sys.argv[1:]:
        document = render(beside, Path(name).suffix.lstrip(".").replace("md", "markdown"))
        Path(name).write_bytes(document.encode() if isinstance(document, str) else document)


if __name__ == "__main__":
    main()
