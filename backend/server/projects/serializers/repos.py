"""What repositories, branches and commits look like, and which are asked for."""

from typing import Any

from rest_framework import serializers

from integrations import git


class RepoRefOut(serializers.Serializer):
    """A repository by address."""

    url = serializers.CharField()
    owner = serializers.CharField()
    name = serializers.CharField()


class RepoOut(RepoRefOut):
    """A repository that a workspace may use; null where the git host was not asked or is silent."""

    is_private = serializers.BooleanField(allow_null=True)
    default_branch = serializers.CharField(allow_null=True)


class ReposOut(serializers.Serializer):
    """Repositories by name."""

    results = RepoOut(many=True)


class RepoQuery(serializers.Serializer):
    """Whose repositories."""

    owner = serializers.CharField(max_length=100, help_text="Organisation or user on the git host.")


class BranchOut(serializers.Serializer):
    """A branch."""

    name = serializers.CharField()


class BranchesOut(serializers.Serializer):
    """The branches of a repository: the default one, main and master first, then by name."""

    results = BranchOut(many=True)
    default = serializers.CharField(allow_null=True)


class CommitsQuery(serializers.Serializer):
    """Of which branch."""

    branch = serializers.CharField(max_length=255)


class CommitInfoOut(serializers.Serializer):
    """A commit as its git host describes it; `message` is its first line."""

    sha = serializers.CharField()
    url = serializers.CharField(allow_null=True)
    message = serializers.CharField()
    author = serializers.CharField()
    committed_at = serializers.DateTimeField()


def commit_info(commit: git.Commit, *, repo_url: str) -> dict[str, Any]:
    """What `CommitInfoOut` shows of a commit."""
    return {
        "sha": commit.sha,
        "url": f"{repo_url}/tree/{commit.sha}",
        "message": commit.message,
        "author": commit.author,
        "committed_at": commit.committed_at,
    }


class CommitsOut(serializers.Serializer):
    """The newest commits of a branch, newest first."""

    results = CommitInfoOut(many=True)
