"""People, the roles they hold everywhere, and their personal tokens."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Lower

from server.audit.models import ActorKind
from server.audit.services import Author, record
from server.core import clock
from server.core.matching import Folded
from server.people.querysets import UserQuerySet
from server.people.roles import GLOBAL_ROLES, Role


class UserManager(BaseUserManager["User"]):
    """Makes accounts; `createsuperuser` comes this way."""

    def get_queryset(self) -> UserQuerySet:
        """People, with the questions that pages ask."""
        return UserQuerySet(self.model, using=self._db)

    def create_user(
        self, username: str, email: str = "", password: str | None = None, **fields: Any
    ) -> "User":
        """A person without any role. Without `password` nobody can sign in by one."""
        user = self.model(username=username, email=email.strip().lower(), **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    @transaction.atomic
    def create_superuser(
        self, username: str, email: str = "", password: str | None = None, **fields: Any
    ) -> "User":
        """A person with the role Administrator, on record as what the command made."""
        user = self.create_user(username, email=email, password=password, **fields)
        now = clock.now()
        RoleGrant.objects.create(
            user=user,
            role=Role.ADMINISTRATOR,
            source=RoleSource.CREATESUPERUSER,
            created_at=now,
        )
        record(
            by=Author(ActorKind.COMMAND, "createsuperuser"),
            verb="role.given",
            target_type="user",
            target_id=user.pk,
            target_name=user.username,
            subject=user.username,
            after={"role": Role.ADMINISTRATOR},
            now=now,
        )
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Signing in does not mind the case of letters."""
        return self.named([username or ""]).get()

    def named(self, usernames: Iterable[str]) -> models.QuerySet["User"]:
        """The people who have these names, in any letter case."""
        lowered = [username.lower() for username in usernames]
        return self.annotate(lowered=Lower("username")).filter(lowered__in=lowered)


class RunMail(models.TextChoices):
    """How often a person who wants notices is mailed about a run."""

    EACH_JOB = "each_job", "As each job finishes"
    EACH_RUN = "each_run", "Once, when the whole run has finished"
    BOTH = "both", "As each job finishes, and when the whole run has"


class User(AbstractBaseUser):
    """A person. The name in `username` may change; nothing outside refers to it for identity."""

    username = models.CharField(
        max_length=150,
        unique=True,
        validators=[
            RegexValidator(
                r"^[A-Za-z0-9][-A-Za-z0-9_.@+]*\Z",
                "Use letters, digits and - _ . @ + only, and begin with a letter or digit.",
            )
        ],
    )
    fullname = models.CharField(max_length=255, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    is_active = models.BooleanField(default=True)
    # Whether mail about runs, invitations and the like is wanted.
    wants_notices = models.BooleanField(default=True)
    run_mail = models.CharField(max_length=10, choices=RunMail, default=RunMail.EACH_JOB)
    # When the person saw the first-time welcome to its end; accounts made here need none.
    welcomed_at = models.DateTimeField(null=True, blank=True)
    # When the person last asked for anything, noted every few minutes.
    last_seen_at = models.DateTimeField(null=True, blank=True)
    # A closed account never opens again; its row stays for the record of what was run.
    closed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["email"]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="people_user_username_any_case",
                violation_error_message="This user name is taken.",
            ),
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="people_user_email_any_case",
                violation_error_message="This e-mail address belongs to another account.",
            ),
            models.CheckConstraint(condition=~Q(username=""), name="people_user_username_set"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(is_active=False),
                name="people_user_closed_is_inactive",
            ),
            models.CheckConstraint(
                condition=Q(run_mail__in=RunMail.values), name="people_user_run_mail_known"
            ),
        ]
        indexes = [
            # Search, by how a user name, name or e-mail address begins.
            models.Index(Folded("username"), name="people_user_search_username"),
            models.Index(Folded("fullname"), name="people_user_search_fullname"),
            models.Index(Folded("email"), name="people_user_search_email"),
            # The lists of people, newest first.
            models.Index(fields=["-created_at", "-id"], name="people_user_newest"),
        ]

    def __str__(self) -> str:
        return self.username

    @property
    def display_name(self) -> str:
        """The full name, or the user name where none is known."""
        return self.fullname or self.username

    @property
    def initials(self) -> str:
        """One or two capital letters that stand for the person."""
        words = self.display_name.split() or [self.username]
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()

    @property
    def needs_welcome(self) -> bool:
        """Whether the person came by GitHub, so without a password, and was not welcomed yet."""
        return self.welcomed_at is None and not self.has_usable_password()

    def get_full_name(self) -> str:
        """Django's name for `display_name`."""
        return self.display_name


class RoleSource(models.TextChoices):
    """Where a role came from; `ensure_admins` takes back only its own."""

    ENVIRONMENT = "environment", "ADMIN_USERS"
    CREATESUPERUSER = "createsuperuser", "the command createsuperuser"
    STAFF = "staff", "a member of staff"


class RoleGrant(models.Model):
    """That a person holds a role everywhere."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=40, choices=Role)
    source = models.CharField(max_length=20, choices=RoleSource)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], name="people_rolegrant_once"),
            models.CheckConstraint(
                condition=Q(role__in=sorted(GLOBAL_ROLES)), name="people_rolegrant_role_is_global"
            ),
            models.CheckConstraint(
                condition=Q(source__in=RoleSource.values), name="people_rolegrant_source_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"


class Scope(models.TextChoices):
    """What a personal token may be used for."""

    READ = "read", "read what its owner may see"
    RUN = "run", "ask for runs and cancel them"
    WRITE = "write", "change everything else that its owner may change"


def _all_scopes() -> list[str]:
    return list(Scope.values)


class PersonalToken(models.Model):
    """A secret with which a person's scripts call the API; only its digest is here."""

    LONGEST_LIFE: ClassVar[timedelta] = timedelta(days=365)

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    prefix = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    # Words of `Scope`; reading is in all of them.
    scopes = models.JSONField(default=_all_scopes)

    class Meta:
        indexes = [
            # A person's own tokens, newest first.
            models.Index(fields=["user", "-created_at", "-id"], name="people_token_of_user"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="people_token_lives"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="people_token_named"),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}… ({self.name})"


class SignInTry(models.Model):
    """A wrong password, counted for the user name tried and for the address it came from.

    `key` is a keyed digest: people type passwords into the wrong field. Rows live for minutes.
    """

    key = models.CharField(max_length=64)
    # Also read alone, by the sweep.
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [
            # The tries of one account or address, the oldest first.
            models.Index(fields=["key", "at"], name="people_signintry_of_key"),
        ]

    def __str__(self) -> str:
        return f"{self.key[:8]}… at {self.at:%H:%M:%S}"
