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
from server.audit.services import record
from server.core import clock
from server.people.roles import GLOBAL_ROLES, Role


class UserManager(BaseUserManager["User"]):
    """Makes accounts; `createsuperuser` comes this way."""

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
            actor_kind=ActorKind.COMMAND,
            actor="createsuperuser",
            verb="role.given",
            target_type="user",
            target_id=user.pk,
            target_name=user.username,
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
