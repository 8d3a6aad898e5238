"""`make dev-config`, with a stand-in for the password manager's command-line tool."""

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import dotenv
import pytest

ROOT = Path(__file__).resolve().parents[3]

SAMPLE = """\
DEBUG=1
# Signs sessions.
# bw: item of the key
SECRET_KEY=
# bw: item of the token
GITHUB_TOKEN=
"""

STAND_IN = """\
#!/bin/sh
echo "$@" >> "$BW_CALLS"
case "$*" in
    status) echo '{"status": "'"$BW_STATUS"'"}' ;;
    "get password item of the key") printf '%s' "$BW_KEY" ;;
    "get password item of the token") echo "token-from-the-vault" ;;
    *) echo "Not found." >&2; exit 1 ;;
esac
"""


class Project:
    """A checkout with nothing but the script, and a PATH of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env_file = folder / ".env"
        self.calls = folder / "calls"
        self.programs = folder / "programs"
        self.programs.mkdir()
        (folder / "scripts").mkdir()
        for name in ("dev_config.py", "env_file.py"):
            shutil.copy(ROOT / "scripts" / name, folder / "scripts")
        (folder / "dotenv-sample").write_text(SAMPLE)

    def install_bw(self) -> None:
        (self.programs / "bw").write_text(STAND_IN)
        (self.programs / "bw").chmod(0o755)

    def dev_config(self, *, status="unlocked", key="key-from-the-vault"):
        return subprocess.run(
            [sys.executable, self.folder / "scripts" / "dev_config.py"],
            env={
                "PATH": f"{self.programs}:/usr/bin:/bin",
                "BW_CALLS": str(self.calls),
                "BW_STATUS": status,
                "BW_KEY": key,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def settings(self):
        """What the back end reads: python-dotenv, as environs calls it."""
        return dotenv.dotenv_values(self.env_file, interpolate=False)


@pytest.fixture
def project(tmp_path):
    if shutil.which("bw", path="/usr/bin:/bin"):
        pytest.skip("a real bw is installed in /usr/bin, which the stand-in could not hide")
    return Project(tmp_path)


def test_dev_config_writes_each_secret_from_its_item_when_bw_is_unlocked(project):
    project.install_bw()

    done = project.dev_config()

    assert done.returncode == 0, done.stderr
    assert project.settings() == {
        "DEBUG": "1",
        "SECRET_KEY": "key-from-the-vault",
        "GITHUB_TOKEN": "token-from-the-vault",
    }


def test_dev_config_keeps_values_that_are_already_set(project):
    project.install_bw()
    project.env_file.write_text("# mine\nSECRET_KEY='my own key'\nPORT=9000\n")

    done = project.dev_config()

    assert done.returncode == 0, done.stderr
    assert project.settings() == {
        "SECRET_KEY": "my own key",
        "PORT": "9000",
        "GITHUB_TOKEN": "token-from-the-vault",
    }
    assert project.env_file.read_text().startswith("# mine\nSECRET_KEY='my own key'\n")
    assert "item of the key" not in project.calls.read_text()


def test_dev_config_asks_for_nothing_when_every_secret_is_set(project):
    project.env_file.write_text("SECRET_KEY=one\nGITHUB_TOKEN=two\n")

    done = project.dev_config()

    assert done.returncode == 0, done.stderr
    assert project.env_file.read_text() == "SECRET_KEY=one\nGITHUB_TOKEN=two\n"


@pytest.mark.parametrize("status", ["locked", "unauthenticated"])
def test_dev_config_says_in_one_line_what_to_do_when_bw_is_not_unlocked(project, status):
    project.install_bw()

    done = project.dev_config(status=status)

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert status in done.stderr
    assert "copy dotenv-sample to .env" in done.stderr
    assert not project.env_file.exists()


def test_dev_config_says_in_one_line_what_to_do_when_bw_is_not_installed(project):
    done = project.dev_config()

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "bw is not installed" in done.stderr
    assert "SECRET_KEY, GITHUB_TOKEN" in done.stderr
    assert not project.env_file.exists()


def test_dev_config_names_an_item_that_the_vault_lacks_and_writes_the_others(project):
    project.install_bw()
    sample = project.folder / "dotenv-sample"
    sample.write_text(SAMPLE.replace("item of the token", "item nobody made"))

    done = project.dev_config()

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "item nobody made" in done.stderr
    assert project.settings()["SECRET_KEY"] == "key-from-the-vault"
    assert project.settings()["GITHUB_TOKEN"] == ""


def test_dev_config_prints_no_secret_and_lets_only_the_owner_read_it(project):
    project.install_bw()

    done = project.dev_config()

    assert "from-the-vault" not in done.stdout + done.stderr
    assert stat.S_IMODE(project.env_file.stat().st_mode) == 0o600
    assert sorted(path.name for path in project.folder.glob(".env*")) == [".env"]


@pytest.mark.parametrize(
    "key", ["with space", "q'u\"o\\te", "hash # mark", "$HOME", "a=b", "#first", "ends with \\"]
)
def test_dev_config_writes_a_secret_so_that_the_back_end_reads_it_unchanged(project, key):
    project.install_bw()

    done = project.dev_config(key=key)

    assert done.returncode == 0, done.stderr
    assert project.settings()["SECRET_KEY"] == key


@pytest.mark.parametrize("key", ["", "two\nlines"], ids=["empty", "two lines"])
def test_dev_config_refuses_a_password_that_is_not_one_line(project, key):
    project.install_bw()

    done = project.dev_config(key=key)

    assert done.returncode == 1
    assert "SECRET_KEY is left empty" in done.stderr
    assert project.settings()["SECRET_KEY"] == ""
