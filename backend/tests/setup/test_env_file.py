"""`.env`: what the scripts read in it is what the back end reads in it."""

import io
import sys
from pathlib import Path

import dotenv
import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def env_file(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "scripts")
    import env_file

    yield env_file
    del sys.modules["env_file"]


@pytest.mark.parametrize(
    "text",
    [
        (ROOT / "dotenv-sample").read_text(),
        "A=1\nexport B=two words # said\nC='single # quoted'\nD=\"double\"\n",
        "  A = 1 \n# B=2\n\nnonsense\nC=\n",
        "A='it\\'s'\r\nB=x\r\n",
    ],
    ids=["dotenv-sample", "quotes", "blanks", "escapes"],
)
def test_scripts_read_an_env_file_as_the_back_end_does(env_file, text):
    expected = dotenv.dotenv_values(stream=io.StringIO(text), interpolate=False)

    assert env_file.parse(text) == {
        name: value for name, value in expected.items() if value is not None
    }


def test_first_env_file_is_the_sample_with_a_secret_key_of_its_own(env_file, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"

    env_file.create(first)
    env_file.create(second)

    keys = [env_file.parse(path.read_text())["SECRET_KEY"] for path in (first, second)]
    sample = env_file.parse((ROOT / "dotenv-sample").read_text())
    assert [len(key) for key in keys] == [50, 50]
    assert keys[0] != keys[1]
    assert env_file.parse(first.read_text()) | {"SECRET_KEY": ""} == sample


def test_environment_beats_the_env_file(env_file, tmp_path, monkeypatch):
    path = tmp_path / ".env"
    path.write_text("PORT=8000\nDEV_RUNNER=off\n")
    monkeypatch.setenv("PORT", "9000")
    monkeypatch.delenv("DEV_RUNNER", raising=False)

    settings = env_file.current(path)

    assert (settings["PORT"], settings["DEV_RUNNER"]) == ("9000", "off")
