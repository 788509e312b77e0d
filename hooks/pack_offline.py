"""Pack the offline build into one zip, and let the online site offer it: `OFFLINE_ZIP` names the file to offer."""

import os
import time
import zipfile
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

NAME = "offline.zip"


def pack(folder: Path, target: Path) -> None:
    """Write the same bytes for the same files: names in order, one date."""
    date = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "315532800")))[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())


@event_priority(-300)  # when everything else has been written
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    if "material/offline" in config.plugins:
        pack(site, site.with_suffix(".zip"))
    elif offered := config.extra.get("offline_zip"):
        source = Path(config.config_file_path).parent / offered
        if not source.is_file():
            raise PluginError(f"OFFLINE_ZIP={offered}: no such file; run `mkdocs build -f mkdocs.offline.yml` first")
        (site / NAME).write_bytes(source.read_bytes())
