"""The settings of signing in: one line stops a start by which nobody could sign in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from server.people.checks import require_a_way_to_sign_in

BACKEND = Path(__file__).resolve().parents[3]
PAIR = {"SOCIAL_AUTH_GITHUB_KEY": "key", "SOCIAL_AUTH_GITHUB_SECRET": "secret"}


@pytest.mark.parametrize(
    "given",
    [
        {},
        PAIR,
        PAIR | {"PASSWORD_SIGN_IN": False},
        PAIR | {"GITHUB_URL": "https://github.example.org"},
    ],
)
def test_one_way_is_enough(settings, given):
    for name, value in given.items():
        setattr(settings, name, value)

    require_a_way_to_sign_in()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"PASSWORD_SIGN_IN": False}, ["no way to sign in", "PASSWORD_SIGN_IN=1"]),
        (
            {"SOCIAL_AUTH_GITHUB_KEY": "key"},
            ["SOCIAL_AUTH_GITHUB_KEY is set but SOCIAL_AUTH_GITHUB_SECRET is not"],
        ),
        (
            {"SOCIAL_AUTH_GITHUB_SECRET": "secret", "PASSWORD_SIGN_IN": False},
            ["SOCIAL_AUTH_GITHUB_SECRET is set but SOCIAL_AUTH_GITHUB_KEY is not"],
        ),
        ({"GITHUB_URL": "github.example.org"}, ["GITHUB_URL", "with its scheme"]),
        ({"GITHUB_URL": "ftp://github.example.org"}, ["GITHUB_URL"]),
    ],
)
def test_a_start_without_one_is_stopped_in_one_line(settings, given, words):
    for name, value in given.items():
        setattr(settings, name, value)

    with pytest.raises(ImproperlyConfigured) as stopped:
        require_a_way_to_sign_in()

    text = str(stopped.value)
    assert "\n" not in text
    assert all(word in text for word in words)
    assert "secret" not in text.replace("SECRET", "")


def settings_by(**environment):
    """What a process of its own makes of these variables."""
    script = (
        "import tests.settings, os, json\n"
        f"os.environ |= {environment!r}\n"
        "import importlib, config.settings as s\n"
        "s = importlib.reload(s)\n"
        "from server.core.middleware import ContentSecurityPolicyMiddleware as Csp\n"
        "from django.conf import settings; settings.configure(FORM_ORIGINS=s.FORM_ORIGINS)\n"
        "print(s.GITHUB_SIGN_IN, s.GITHUB_URL or '-',"
        " Csp(None).pages.rpartition('form-action ')[2])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=BACKEND, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(BACKEND)},
    )  # fmt: skip
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("environment", "made"),
    [
        ({}, "False - 'self'"),
        (PAIR, "True - 'self' https://github.com"),
        (PAIR | {"GITHUB_URL": "https://github.com/"}, "True - 'self' https://github.com"),
        (
            PAIR | {"GITHUB_URL": "https://git.example.org:8443/"},
            "True https://git.example.org:8443 'self' https://git.example.org:8443",
        ),
    ],
)
def test_the_policy_of_the_pages_lets_forms_lead_to_the_github_that_is_set(environment, made):
    assert settings_by(**environment) == made
