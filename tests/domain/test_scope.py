"""Who may see and do what?"""

from dataclasses import FrozenInstanceError, fields
from datetime import date

import pytest

from domain.scope import Role, Scope, Viewer


def test_who_sees_all_customers_and_who_brings_files() -> None:
    assert {role for role in Role if role.sees_all_customers} == {Role.EXECUTIVE, Role.INCENTIVES_ADMIN}
    assert {role for role in Role if role.may_import} == {Role.INCENTIVES_ADMIN}


def test_roles_are_named_as_the_setting_spells_them() -> None:
    assert [Role(name) for name in ("account-manager", "sales-lead", "executive", "incentives-admin")] == list(Role)
    with pytest.raises(ValueError, match="root"):
        Role("root")


def test_a_scope_narrows_nothing_unless_told() -> None:
    assert {getattr(Scope(), field.name) for field in fields(Scope)} == {None}
    assert not Scope(start=date(2026, 1, 1)).is_narrowed
    assert Scope(countries=("Norway",)).is_narrowed


def test_viewers_and_scopes_are_values() -> None:
    assert Viewer("a", Role.EXECUTIVE) == Viewer("a", Role.EXECUTIVE)
    assert len({Scope(workloads=("EXO",)), Scope(workloads=("EXO",)), Scope(workloads=())}) == 2
    viewer = Viewer("a", Role.ACCOUNT_MANAGER)
    with pytest.raises(FrozenInstanceError):
        viewer.role = Role.INCENTIVES_ADMIN  # type: ignore[misc]
