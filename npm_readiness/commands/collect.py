"""``collect``: a form with the questions for those who know the answers."""

from __future__ import annotations

import argparse

from npm_readiness.collecting.collect import collect
from npm_readiness.collecting.form import PURPOSE, Note, form_of
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import output_of
from npm_readiness.loading.catalogue import load_catalogue
from npm_readiness.loading.profiles import load_profile

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Write the form; its ending tells which one it is."""
    kind = form_of(arguments.output)
    output = output_of(arguments, arguments.profile)
    output.check()
    catalogue = load_catalogue(*arguments.catalogue)
    form = collect(
        load_profile(arguments.profile, catalogue),
        kind,
        catalogue,
        respondents=getattr(arguments, "for") or (),
        checklists=arguments.checklists,
        note=Note(arguments.asked_by or "", arguments.until or "", arguments.purpose or PURPOSE),
    )
    # Somebody fills it in, so it has no seal: it is not written over as one that nobody has touched.
    output.write(form)
    return ExitCode.DONE
