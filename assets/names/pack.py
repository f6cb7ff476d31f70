#!/usr/bin/env python3
"""Packs AWS's own names out of the Python package botocore into `names.pack`; README.md says how to run it.

No documentation text is copied. The bytes depend on nothing but the version of botocore: everything is in a
fixed order, and nothing is stamped with a time.
"""

import hashlib
import json
import pathlib
import zlib

import botocore
import botocore.exceptions
import botocore.loaders
import botocore.model

FORMAT = 1

# Spellings that do not follow botocore's rule, as they are before the rule fills the same cache.
RESPELLED = {name: spelt for (name, separator), spelt in botocore._xform_cache.items() if separator == "-"}

# The services whose shapes are packed. Of all others only the names of their operations are.
SHAPED = """
acm apigateway apigatewayv2 application-autoscaling autoscaling backup cloudformation cloudfront cloudtrail cloudwatch
datasync dax dynamodb ec2 ecr ecs efs eks elasticache elb elbv2 events firehose fsx iam kinesis kms lambda logs rds
route53 s3 s3control scheduler secretsmanager sns sqs ssm stepfunctions storagegateway sts
""".split()

# The CLI renames three commands; its customisations are otherwise out of scope.
CLI_NAMES = {"codedeploy": "deploy", "config": "configservice", "s3": "s3api"}

SCALARS = {"boolean": "B", "timestamp": "Z", "blob": "X"}
NUMBERS = {"integer": "I", "long": "N", "float": "F", "double": "D"}
OUTSIDE = {"header", "headers", "uri", "querystring", "statusCode"}


def cli(name):
    """The CLI's spelling of an API name."""
    return botocore.xform_name(name, "-")


def text(value):
    """A field of a line; empty for None."""
    if value is None:
        return ""
    value = str(value)
    assert "\t" not in value and "\n" not in value, value
    return value


def line(*fields):
    """One line of fields; empty fields at the end are left off."""
    return "\t".join(text(field) for field in fields).rstrip("\t")


def listed(value):
    """One or many expressions, as one field."""
    values = [] if value is None else value if isinstance(value, list) else [value]
    assert not any(";" in v for v in values), values
    return ";".join(values)


class ShapeTable:
    """Shapes in the order of first use. Shapes without a name of their own are shared when they say the same."""

    def __init__(self):
        self.ids = {}
        self.lines = []
        self.member_names = set()

    def place(self, key):
        """The id of a shape, and whether its line is still to be written."""
        if key in self.ids:
            return self.ids[key], False
        self.ids[key] = len(self.lines)
        self.lines.append(None)
        return self.ids[key], True

    def add(self, shape):
        """The id of `shape`, with everything in it."""
        key = self.key(shape)
        number, new = self.place(key)
        if new:
            self.lines[number] = self.write(shape)
        return number

    def key(self, shape):
        """Equal keys may share a line."""
        kind = shape.type_name
        if kind == "structure":
            return ("structure", shape.name)
        if kind == "list":
            return ("list", self.key(shape.member), *self.limits(shape))
        if kind == "map":
            return ("map", self.key(shape.key), self.key(shape.value))
        return self.scalar(shape)

    def write(self, shape):
        """The line of `shape`."""
        kind = shape.type_name
        if kind == "structure":
            if shape.is_document_type:
                return "J"
            return line("U" if shape.is_tagged_union else "S", shape.name, *self.members(shape))
        if kind == "list":
            return line("L", self.add(shape.member), *self.limits(shape))
        if kind == "map":
            return line("M", self.add(shape.key), self.add(shape.value))
        return self.scalar(shape)

    def limits(self, shape):
        """`min` and `max`; what becomes part of a host name is never empty."""
        low = shape.metadata.get("min")
        if low is None and shape.serialization.get("hostLabel"):
            low = 1
        return low, shape.metadata.get("max")

    def scalar(self, shape):
        """The line of a shape that holds no other."""
        kind = shape.type_name
        if kind == "string" and shape.serialization.get("jsonvalue"):
            return "J"
        if kind == "string":
            return line("T", *self.limits(shape), *shape.metadata.get("enum", []))
        if kind in NUMBERS:
            return line(NUMBERS[kind], *self.limits(shape))
        return SCALARS[kind]

    def members(self, shape):
        """`Name:shape`, with `*` required, `@` outside of the body, `=` made up when left out, `~` deprecated between."""
        required = shape.required_members
        in_order = [name for name in shape.members if name in required]
        for name, member in shape.members.items():
            self.member_names.add(name)
            flags = ""
            if name in required:
                # Botocore reports what is missing in the order of this list.
                flags += "*" if in_order == required else f"*{required.index(name)}"
            if member.serialization.get("location") in OUTSIDE:
                flags += "@"
            if member.metadata.get("idempotencyToken"):
                flags += "="
            if member._shape_model.get("deprecated"):
                flags += "~"
            yield f"{name}{flags}:{self.add(member)}"


def stream(shape):
    """The member that is the HTTP body as a blob, if there is one."""
    payload = shape.serialization.get("payload") if shape is not None else None
    return payload if payload and shape.members[payload].type_name == "blob" else None


def operation_lines(model, pages, shapes):
    """One line for each operation, one more for its error codes and one for its pages."""
    for name in sorted(model.operation_names):
        operation = model.operation_model(name)
        ends = [shape if shape and shape.members else None for shape in (operation.input_shape, operation.output_shape)]
        numbers = [shapes.add(shape) if shape is not None else None for shape in ends]
        deprecated = "~" if operation.deprecated else None
        yield line("O", name, *numbers, stream(ends[0]), stream(ends[1]), deprecated)
        codes = sorted({error.metadata.get("error", {}).get("code", error.name) for error in operation.error_shapes})
        if codes:
            yield line("E", *codes)
        page = pages.get(name)
        if page:
            yield line(
                "P", listed(page["input_token"]), listed(page["output_token"]), page.get("more_results"),
                page.get("limit_key"), listed(page.get("result_key")), listed(page.get("non_aggregate_keys")),
            )  # fmt: skip


def waiter_lines(waiters):
    """One line for each waiter, then one for each of its acceptors."""
    for name, waiter in sorted(waiters.items()):
        yield line("W", cli(name), waiter["operation"], waiter["delay"], waiter["maxAttempts"])
        for acceptor in waiter["acceptors"]:
            expected = json.dumps(acceptor["expected"])
            yield line("A", acceptor["state"], acceptor["matcher"], expected, acceptor.get("argument"))


class Source:
    """Botocore's own data: neither the user's additions in ~/.aws nor those of AWS_DATA_PATH."""

    def __init__(self):
        data = pathlib.Path(botocore.BOTOCORE_ROOT) / "data"
        self.loader = botocore.loaders.Loader([str(data)], include_default_search_paths=False)

    def services(self):
        """Every service, sorted."""
        return sorted(self.loader.list_available_services("service-2"))

    def model(self, service):
        """The newest model of a service."""
        return botocore.model.ServiceModel(self.loader.load_service_model(service, "service-2"), service)

    def extra(self, service, kind, key):
        """Paginators or waiters, for the same version of the API; most services have none."""
        version = self.loader.determine_latest_version(service, "service-2")
        try:
            return self.loader.load_service_model(service, kind, version)[key]
        except (botocore.exceptions.UnknownServiceError, botocore.exceptions.DataNotFoundError):
            return {}

    def shapes(self, service):
        """The text of a service's blob, and the names of all members in it."""
        shapes = ShapeTable()
        pages = self.extra(service, "paginators-1", "pagination")
        operations = list(operation_lines(self.model(service), pages, shapes))
        waiters = list(waiter_lines(self.extra(service, "waiters-2", "waiters")))
        return "\n".join(operations + waiters + shapes.lines) + "\n", shapes.member_names

    def index(self):
        """A row for each service: its name, its CLI name if that differs, its operations."""
        for service in self.services():
            yield service, CLI_NAMES.get(service), sorted(self.model(service).operation_names)


def deflate(content):
    """Raw deflate at its densest."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return squeeze.compress(content.encode()) + squeeze.flush()


def spelling_check(names):
    """One hash over how botocore spells every name, so that a test of ours can tell that it spells them alike."""
    return hashlib.sha256("".join(f"{name}={cli(name)}\n" for name in sorted(names)).encode()).hexdigest()


def main():
    """Writes `names.pack` beside this script: a header in plain text, an empty line, then the blobs end to end."""
    source = Source()
    index = list(source.index())
    names = {operation for _, _, operations in index for operation in operations}
    texts = {"index": "\n".join(line(service, renamed, *operations) for service, renamed, operations in index) + "\n"}
    for service in sorted(SHAPED):
        texts[service], members = source.shapes(service)
        names |= members
    blobs = {name: deflate(content) for name, content in texts.items()}
    header = [f"skylab-names {FORMAT}", f"botocore {botocore.__version__}", f"spelling {spelling_check(names)}"]
    header += [f"respell {name} {spelt}" for name, spelt in sorted(RESPELLED.items())]
    header += [f"blob {name} {len(blob)} {len(texts[name].encode())}" for name, blob in blobs.items()]
    packed = ("\n".join(header) + "\n\n").encode() + b"".join(blobs.values())
    pathlib.Path(__file__).with_name("names.pack").write_bytes(packed)
    operations = sum(len(row[2]) for row in index)
    print(f"{len(index)} services, {operations} operations, {len(SHAPED)} with shapes, {len(packed)} bytes")


if __name__ == "__main__":
    main()
