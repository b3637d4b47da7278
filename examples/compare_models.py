"""Which model? Turkmenistan held against all four: its Ombudsperson, a new body, and several bodies.

The profile rests on public documents of 2023, by which an Ombudsperson's office with public associations was being studied.
The specialised body and the several bodies are hypothetical: no source says that the country considers them, and the profile
holds no fact about them. So what their law would say is open, and the comparison says what it would have to settle.

Run it from anywhere: python examples/compare_models.py
It writes nothing; npm-readiness models PROFILE -o models.html writes the whole comparison.
"""

from __future__ import annotations

from pathlib import Path

from npm_readiness import compare_models, load_profile, render
from npm_readiness.models.vocabulary import NpmModel

HERE = Path(__file__).parent


def main() -> None:
    """Compare, print each option in a line, and the first page."""
    profile = load_profile(HERE / "turkmenistan.yaml")
    # The profile considers two models; a comparison can ask what the others would mean.
    every = profile.npm.model_copy(update={"candidates": tuple(NpmModel)})
    comparison = compare_models(profile.model_copy(update={"npm": every}))
    for option in comparison.models:
        bodies = ", ".join(body.name or "a new body (hypothetical)" for body in option.bodies)
        others = " and others (hypothetical)" if option.with_others else ""
        treaty = option.treaty
        print(
            f"{option.id}, {bodies}{others}: {treaty.applicable} treaty requirements, {treaty.met} met, "
            f"{treaty.open} open; peculiar to it: {len(option.specific)}; to ask: {len(option.to_ask)}"
        )
    print()
    print(render(comparison, "text"))


if __name__ == "__main__":
    main()
