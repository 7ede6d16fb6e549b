#!/usr/bin/env python3
"""What scripts/package has no command for: archives whose bytes follow from what is in them, a wheel, a list of parts.

    pack.py tar OUT FOLDER             a .tar.gz of a folder, its name at the top
    pack.py zip OUT FOLDER             a .zip of a folder, its name at the top
    pack.py wheel OUT FOLDER           a wheel of a folder that holds what it holds, with its RECORD
    pack.py facts METADATA             the lines NAME=value that scripts/package reads of what `cargo metadata` wrote
    pack.py parts METADATA TREE LOCK PART…
                                       CycloneDX 1.5 on standard output: everything that is compiled into the program. `cargo tree`
                                       wrote in TREE which crates these are; a PART is NAME=licence, of what the linker adds

Files go in by name, with no owner, and are of the moment in SOURCE_DATE_EPOCH. Only Python's own library is used.
"""
import base64
import gzip
import hashlib
import json
import os
import re
import sys
import tarfile
import time
import uuid
import zipfile
from pathlib import Path

MOMENT = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
# A package with its checksum, as cargo writes Cargo.lock.
LOCKED = re.compile(r'\[\[package\]\]\nname = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"\n')
# What is inside and is no crate, as in tests/suite/third_party/parts.rs: its licence, and the crate that carries it.
CARRIED = {
    "libwebp": ("BSD-3-Clause", "libwebp-sys"),
    "mimalloc": ("MIT", "libmimalloc-sys"),
    "Libertinus Serif": ("OFL-1.1", None),
    "Rust standard library": ("MIT OR Apache-2.0", None),
}


def files(folder):
    """The files below a folder by their path within it, in the order of these paths."""
    found = [path for path in Path(folder).rglob("*") if path.is_file()]
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)


def mode(path):
    return 0o755 if os.access(path, os.X_OK) else 0o644


def tar(out, folder):
    with open(out, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=MOMENT) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
            for name, path in files(folder):
                entry = tarfile.TarInfo(f"{Path(folder).name}/{name}")
                entry.size, entry.mode, entry.mtime = path.stat().st_size, mode(path), MOMENT
                with open(path, "rb") as content:
                    archive.addfile(entry, content)


def put(archive, name, content, bits):
    # The format begins in 1980.
    moment = time.gmtime(max(MOMENT, 315532800))
    entry = zipfile.ZipInfo(name, moment[:6])
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, (0o100000 | bits) << 16
    archive.writestr(entry, content, compresslevel=9)


def zipped(out, folder):
    with zipfile.ZipFile(out, "w") as archive:
        for name, path in files(folder):
            put(archive, f"{Path(folder).name}/{name}", path.read_bytes(), mode(path))


def wheel(out, folder):
    """As https://packaging.python.org/en/latest/specifications/binary-distribution-format/ has it: RECORD comes last."""
    record, kept = [], files(folder)
    about = next(name.split("/")[0] for name, _ in kept if name.endswith(".dist-info/WHEEL"))
    with zipfile.ZipFile(out, "w") as archive:
        for name, path in sorted(kept, key=lambda file: file[0].startswith(about)):
            content = path.read_bytes()
            put(archive, name, content, mode(path))
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            record.append(f"{name},sha256={digest},{len(content)}\n")
        put(archive, f"{about}/RECORD", "".join(record) + f"{about}/RECORD,,\n", 0o644)


def read(metadata):
    """What `cargo metadata` wrote, and the package that it is of."""
    known = json.loads(Path(metadata).read_text("utf-8"))
    root = next(package for package in known["packages"] if package["id"] == known["resolve"]["root"])
    return known, root


def facts(metadata):
    _, root = read(metadata)
    makers = ", ".join(root["authors"]) or f"The makers of {root['name']}"
    told = {
        "NAME": root["name"],
        "VERSION": root["version"],
        "LICENCE": root["license"],
        "ABOUT": root["description"],
        "HOMEPAGE": root["homepage"] or "",
        "MAKERS": makers,
        "FEATURES": " ".join(sorted(name for name in root["features"] if name != "default")),
    }
    for name, value in told.items():
        print(f"{name}={value}")


def inside(known, tree):
    """The packages by their ids, and the ids of those that are compiled into the program with those that each asks for. What
    the tests ask of a crate besides is in `cargo metadata` and not in `cargo tree`."""
    packages = {package["id"]: package for package in known["packages"]}
    told = {tuple(line.split(" ")[:2]) for line in Path(tree).read_text("utf-8").splitlines()}
    kept = {of for of, package in packages.items() if (package["name"], f"v{package['version']}") in told}
    if len(kept) != len(told):
        sys.exit(f"cargo tree names {len(told)} crates, of which cargo metadata knows {len(kept)}")
    edges = {}
    for node in known["resolve"]["nodes"]:
        if node["id"] in kept:
            normal = [dep["pkg"] for dep in node["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"])]
            edges[node["id"]] = sorted(kept.intersection(normal))
    return packages, edges


def parts(metadata, tree, lock, *linked):
    known, root = read(metadata)
    packages, edges = inside(known, tree)
    kept = {(name, version): checksum for name, version, checksum in LOCKED.findall(Path(lock).read_text("utf-8"))}
    reference = lambda of: f"pkg:cargo/{packages[of]['name']}@{packages[of]['version']}"

    def part(of):
        package = packages[of]
        made = {"type": "library", "bom-ref": reference(of), "name": package["name"], "version": package["version"], "purl": reference(of)}
        if checksum := kept.get((package["name"], package["version"])):
            made["hashes"] = [{"alg": "SHA-256", "content": checksum}]
        if package["license"]:
            # The sign of old, before there were expressions.
            made["licenses"] = [{"expression": package["license"].replace("/", " OR ")}]
        return made

    own = part(root["id"]) | {"type": "application"}
    made = [part(of) for of in edges if of != root["id"]]
    carried = CARRIED | {name: (licence, None) for name, licence in (part.split("=") for part in linked)}
    for name, (licence, carrier) in carried.items():
        made.append({"type": "library", "bom-ref": name, "name": name, "licenses": [{"expression": licence}]})
        if carrier:
            made[-1]["description"] = f"carried along by {carrier}"
    made.sort(key=lambda one: (one["name"], one.get("version", "")))
    asked = [{"ref": reference(of), "dependsOn": [reference(dep) for dep in deps]} for of, deps in edges.items()]
    asked.sort(key=lambda one: one["ref"])
    text = json.dumps(made + asked, sort_keys=True)
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, text)}",
        "version": 1,
        "metadata": {"timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(MOMENT)), "component": own},
        "components": made,
        "dependencies": asked,
    }
    print(json.dumps(bom, indent=1, ensure_ascii=False))


COMMANDS = {"tar": tar, "zip": zipped, "wheel": wheel, "facts": facts, "parts": parts}

if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    COMMANDS[sys.argv[1]](*sys.argv[2:])
