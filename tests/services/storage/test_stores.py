"""The same files in a bucket: over HTTP, in a server that speaks as S3 does."""

from collections.abc import Iterator

import pytest
from obstore.store import AzureStore
from pydantic import SecretStr

from services.errors import Unavailable
from services.sealing import Unsealable
from services.settings import Settings
from services.starting.doctor import store as doctor
from services.starting.doctor.finding import Result
from services.storage import CHUNK_BYTES, files_for
from services.storage.stores import store_for
from tests.services.storage.keeping import a_keyring, kept
from tests.services.storage.s3_server import KEY, S3Server, an_s3_server

WHOLE = bytes(range(256)) * (CHUNK_BYTES // 256) + b"the end"


@pytest.fixture
def server() -> Iterator[S3Server]:
    """A server of this test's own."""
    with an_s3_server() as running:
        yield running


@pytest.fixture
def settings(settings: Settings, server: S3Server) -> Settings:
    """A house whose files go there."""
    there = {"files_url": "s3://papers/mbtq", "files_endpoint": server.url, "files_key": KEY}
    return settings.model_copy(update={**there, "files_secret": SecretStr("right horse")})


async def test_a_file_lies_in_a_bucket_sealed_and_comes_back_whole_and_in_parts(
    settings: Settings, server: S3Server
) -> None:
    files = files_for(settings, a_keyring(), table="document")
    file_id = await kept(files, WHOLE)
    assert sorted(server.objects) == [f"/papers/mbtq/document/{file_id}/{number:06}" for number in (0, 1)]
    assert not [each for each in server.objects.values() if b"the end" in each]
    for start, end in ((0, None), (CHUNK_BYTES - 3, CHUNK_BYTES + 3)):
        read = b"".join([each async for each in files.reading(file_id, size=len(WHOLE), start=start, end=end)])
        assert read == WHOLE[start:end]


async def test_files_are_listed_sealed_again_and_deleted_there(settings: Settings, server: S3Server) -> None:
    files, others = (files_for(settings, a_keyring(), table=table) for table in ("document", "feedback_video"))
    first, second = await kept(files, WHOLE), await kept(files, b"a little")
    await kept(others, b"somebody signs")
    assert set(await files.ids()) == {first, second}
    assert await files.reseal(first) == 0
    await files.delete(first)
    assert await files.ids() == [second]
    with pytest.raises(Unsealable, match="missing"):
        await anext(files.reading(first, size=len(WHOLE)))
    assert len(server.objects) == 2


async def test_who_has_another_key_is_refused(settings: Settings) -> None:
    files = files_for(settings.model_copy(update={"files_key": "ANOTHER"}), a_keyring(), table="document")
    with pytest.raises(Unavailable, match=r"storage\.away"):
        await kept(files, b"a little")


def test_a_container_of_azure_is_a_store_too(settings: Settings) -> None:
    there = {"files_url": "az://papers/mbtq", "files_key": "mbtq", "files_secret": SecretStr("cmlnaHQgaG9yc2U=")}
    store = store_for(settings.model_copy(update=there), table="document")
    assert isinstance(store, AzureStore)
    assert store.prefix == "mbtq/document"
    assert "cmlnaHQ" not in repr(store)


async def test_the_doctor_writes_reads_and_deletes_there(settings: Settings, server: S3Server) -> None:
    assert [each.result async for each in doctor.store(settings)] == [Result.OK]
    assert server.objects == {}
    another = settings.model_copy(update={"files_key": "ANOTHER"})
    assert [each.result async for each in doctor.store(another)] == [Result.WRONG]
