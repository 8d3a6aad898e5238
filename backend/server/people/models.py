"""People, the roles they hold everywhere, and their personal tokens."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

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

    def create_superuser(
        self, username: str, email: str = "", password: str | None = None, **fields: Any
    ) -> "User":
        """A person with the role Administrator."""
        user = self.create_user(username, email=email, password=password, **fields)
        RoleGrant.objects.create(
            user=user,
            role=Role.ADMINISTRATOR,
            source=RoleSource.CREATESUPERUSER,
            created_at=clock.now(),
        )
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Signing in does not mind the case of letters."""
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """A person. The name in `username` may change; nothing outside refers to it for identity."""

    username = models.CharField(
        max_length=150,
        unique=True,
        validators=[
            RegexValidator(
                r"^[A-Za-z0-9][-A-Za-z0-9_.@+]*$",
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

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    prefix = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="people_token_lives"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="people_token_named"),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}… ({self.name})"
