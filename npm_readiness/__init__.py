"""Readiness of a State for a National Preventive Mechanism (NPM).

Everything that the command line does, these functions do in one call::

    from npm_readiness import assess, load_profile, render

    assessment = assess(load_profile("profile.yaml"))
    html = render(assessment, "html")

The names are imported when they are first used, so that ``--help`` and ``--version`` stay quick.
"""

from __future__ import annotations

from importlib import import_module

from npm_readiness.version import __version__

TYPE_CHECKING = False  # As typing has it, whose import takes as long as the whole command line.
if TYPE_CHECKING:
    from typing import Any

    from npm_readiness.browsing.coverage import coverage
    from npm_readiness.browsing.finding import find
    from npm_readiness.browsing.listing import overview
    from npm_readiness.browsing.new_profile import new_profile
    from npm_readiness.browsing.showing import describe
    from npm_readiness.browsing.validation import validate_files
    from npm_readiness.collecting.collect import collect
    from npm_readiness.collecting.gathering import gather
    from npm_readiness.filling.extending import extend_profile
    from npm_readiness.loading.catalogue import load_catalogue
    from npm_readiness.loading.profiles import load_profile
    from npm_readiness.models.assessment import Assessment
    from npm_readiness.models.catalogue import Catalogue
    from npm_readiness.models.profile import Profile
    from npm_readiness.plan_reports.rendering import render
    from npm_readiness.planning.bill.comparing import compare_bill
    from npm_readiness.planning.comparing.comparing import compare
    from npm_readiness.planning.models.comparing import compare_models
    from npm_readiness.planning.reconciling.reconciling import reconcile
    from npm_readiness.planning.roadmap.planning import plan
    from npm_readiness.problems import InputError, Problem
    from npm_readiness.scoring.assessing import assess
    from npm_readiness.scoring.publishing import public_version

__all__ = [
    "Assessment",
    "Catalogue",
    "InputError",
    "Problem",
    "Profile",
    "__version__",
    "assess",
    "collect",
    "compare",
    "compare_bill",
    "compare_models",
    "coverage",
    "describe",
    "extend_profile",
    "find",
    "gather",
    "load_catalogue",
    "load_profile",
    "new_profile",
    "overview",
    "plan",
    "public_version",
    "reconcile",
    "render",
    "validate_files",
]

_HOMES = {
    "Assessment": "models.assessment",
    "Catalogue": "models.catalogue",
    "InputError": "problems",
    "Problem": "problems",
    "Profile": "models.profile",
    "assess": "scoring.assessing",
    "collect": "collecting.collect",
    "compare": "planning.comparing.comparing",
    "compare_bill": "planning.bill.comparing",
    "compare_models": "planning.models.comparing",
    "coverage": "browsing.coverage",
    "describe": "browsing.showing",
    "find": "browsing.finding",
    "gather": "collecting.gathering",
    "extend_profile": "filling.extending",
    "load_catalogue": "loading.catalogue",
    "load_profile": "loading.profiles",
    "new_profile": "browsing.new_profile",
    "overview": "browsing.listing",
    "plan": "planning.roadmap.planning",
    "public_version": "scoring.publishing",
    "reconcile": "planning.reconciling.reconciling",
    "render": "plan_reports.rendering",
    "validate_files": "browsing.validation",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
