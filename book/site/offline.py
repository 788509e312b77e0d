"""Pack the offline build into one zip, and let the online site offer it: `OFFLINE_ZIP` names the file to offer."""

import os
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from book import BookError
from book.paths import ROOT

if TYPE_CHECKING:
    from book.site.steps import Work

NAME = "offline.zip"


def pack(folder: Path, target: Path) -> None:
    """Write the same bytes for the same files: names in order, one date."""
    date = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "315532800")))[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())


def pack_or_offer(work: "Work") -> None:
    """Pack a site that is to be read offline; put the packed one beside a site that is served."""
    site = work.site
    if site.offline:
        pack(site.folder, site.folder.with_suffix(".zip"))
    elif site.offline_zip:
        source = ROOT / site.offline_zip
        if not source.is_file():
            raise BookError(
                f"OFFLINE_ZIP={site.offline_zip}: no such file; run `mkdocs build -f mkdocs.offline.yml` first"
            )
        (site.folder / NAME).write_bytes(source.read_bytes())
