"""Every table of the house. Import a module here and migrations and tests know it."""

from importlib import import_module
from pkgutil import walk_packages

from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

for _module in walk_packages(__path__, f"{__name__}."):
    import_module(_module.name)

metadata = SQLModel.metadata
