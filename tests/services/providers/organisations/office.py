"""An identity provider that a test makes up, over HTTP: honest unless the test changes something of it."""

import asyncio
import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

from joserfc import jwt
from joserfc.jwk import Key, RSAKey

from services.settings.organisation import Organisation

CLIENT = "mbtq"
SECRET = "what the organisation gave us"
NOW = datetime(2026, 2, 3, 12, tzinfo=UTC)
KEY = RSAKey.generate_key(2048, {"kid": "first", "use": "sig"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "second", "use": "sig"})
Reply = tuple[int, str, bytes]


def reply(content: object, status: int = 200) -> Reply:
    """An answer in JSON."""
    return status, "application/json", json.dumps(content).encode()


@dataclass
class Office:
    """What it says. `instead` answers at a path in its place; `asked` is what came, path by path."""

    port: int = 0
    nonce: str = ""
    at: datetime = NOW
    subject: str = "rosa-4711"
    key: Key = field(default_factory=lambda: KEY)
    published: list[Key] = field(default_factory=lambda: [KEY])
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "first"})
    claims: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=lambda: {"email": "rosa@people.example", "email_verified": True})
    metadata: dict[str, Any] = field(default_factory=dict)
    access_token: str = "for one look"
    instead: dict[str, Reply | Callable[[], Any]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], dict[str, str]]] = field(default_factory=list)

    @property
    def issuer(self) -> str:
        """Where it is, and what it calls itself."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def organisation(self) -> Organisation:
        """What the settings of a house say of it."""
        return Organisation(name="Example County", issuer=self.issuer, client_id=CLIENT, client_secret=SECRET)

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _, _ in self.asked]

    def id_token(self) -> str:
        """The token that it gives, signed by its key."""
        at = int(self.at.timestamp())
        half = hashlib.sha256(self.access_token.encode()).digest()[:16]
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": self.subject,
            "iat": at,
            "exp": at + 300,
            "nonce": self.nonce,
            "at_hash": urlsafe_b64encode(half).decode().rstrip("="),
            **self.told,
            **self.claims,
        }
        kept = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode(self.header, kept, self.key, algorithms=[self.header["alg"]])

    def answer(self, path: str) -> Reply:
        """The honest answer at a path."""
        match path:
            case "/.well-known/openid-configuration":
                return reply(
                    {
                        "issuer": self.issuer,
                        "authorization_endpoint": f"{self.issuer}/authorize",
                        "token_endpoint": f"{self.issuer}/token",
                        "jwks_uri": f"{self.issuer}/keys",
                        "userinfo_endpoint": f"{self.issuer}/userinfo",
                        "id_token_signing_alg_values_supported": ["RS256", "ES256"],
                        **self.metadata,
                    }
                )
            case "/keys":
                return reply({"keys": [key.as_dict(private=False) for key in self.published]})
            case "/token":
                given = {"token_type": "Bearer", "access_token": self.access_token, "expires_in": 300}
                return reply({**given, "id_token": self.id_token()})
            case "/userinfo":
                return reply({"sub": self.subject, "email": "rosa@people.example", "email_verified": True})
        return reply({}, 404)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request and hang up."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            path = head[0].split(" ")[1]
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])}
            body = (await reader.readexactly(int(headers.get("content-length", "0")))).decode()
            sent = {name: values[0] for name, values in parse_qs(body).items()}
            self.asked.append((path, headers, sent))
            instead = self.instead.get(path) or self.answer(path)
            status, kind, content = await instead() if callable(instead) else instead
            writer.write(
                f"HTTP/1.1 {status} so\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n"
                f"Location: http://127.0.0.1:1/elsewhere\r\nConnection: close\r\n\r\n".encode()
            )
            writer.write(content)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # who asked has left
        finally:
            writer.close()


@asynccontextmanager
async def open_office() -> AsyncIterator[Office]:
    """An office at a port of its own."""
    office = Office()
    async with await asyncio.start_server(office.serve, "127.0.0.1", 0) as server:
        office.port = server.sockets[0].getsockname()[1]
        yield office
