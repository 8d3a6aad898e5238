"""What an operator reads when a setting is wrong."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("setting", "value"),
    [("SECRET_KEY", ""), ("DATABASE_URL", "mysql://localhost/x"), ("EMAIL_PORT", "many")],
)
def test_a_setting_that_cannot_be_used_is_one_line_that_names_it(setting, value):
    environment = os.environ | {"DEBUG": "0", "SECRET_KEY": "k" * 50, setting: value}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    ended = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT / "backend",
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert ended.returncode == 1
    assert setting in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
