#!/usr/bin/env python3
"""Writes test cases of services that AWS publishes, in the form of the protocol's own.

    python3 tests/protocol/services.py FOLDER [--only SERVICE ...] [--operations N] [--cases N] [--seed N]
    APIGW_CASES_DIR=FOLDER cargo test --workspace --all-features --test protocol

Inputs and answers are made up from the shapes of an installed botocore (PyPI). What botocore makes of an input is the
request of a case, and what it reads from an answer the result of one. Cases hold no streams of events, which have tests of
their own, and the shapes have no limits, since botocore does not judge them.
"""
import argparse
import base64
import datetime
import json
import pathlib
import random
import string

import botocore.awsrequest
import botocore.parsers
import botocore.serialize
import botocore.session
from botocore.awsrequest import HeadersDict

# Services that differ: labels of all kinds, payloads, headers, prefixed hosts, JSON in headers, unions, documents, recursion.
SERVICES = ["lambda", "apigatewayv2", "iot", "bedrock-agent-runtime", "glacier", "mediaconvert", "lex-runtime", "omics",
            "pinpoint", "cloudsearchdomain", "iot-data", "clouddirectory"]
ENDPOINT = "https://protocol.example.com"
AWKWARD = ["", "a b", "%2F", "+", "?", "#", "&", "=", "~", "é", "😀", "\"\\", "\u007f", "a/b", ";,", "'", "\n", "<&>"]
NUMBERS = {"integer": 31, "long": 53}


class Made:
    """Makes up values, each as botocore takes it and as a case has it."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self, location):
        if location in ("header", "headers"):
            middle = "".join(self.random.choices(string.printable[:95], k=self.random.randrange(8)))
            return self.random.choice(string.ascii_letters) + middle + self.random.choice(string.digits)
        if location in ("uri", "host"):
            awkward = self.random.choice(AWKWARD) if location == "uri" else ""
            return self.random.choice(string.ascii_lowercase) + awkward.replace("\n", "") + "x"
        return "".join(self.random.choice(AWKWARD + list(string.ascii_letters)) for _ in range(self.random.randrange(5)))

    def number(self, shape):
        if shape.type_name in NUMBERS:
            bits = self.random.randrange(1, NUMBERS[shape.type_name])
            return self.random.randrange(-(1 << bits), 1 << bits)
        return self.random.choice([0.0, 1.5, -2.25, 1e-7, 123456.789, self.random.random(), float(self.random.randrange(1000))])

    def document(self, depth=2):
        # None of its own would be a member that is not given.
        kind = self.random.randrange(1 if depth == 2 else 0, 6 if depth else 4)
        plain = [None, True, "text é", self.random.randrange(-99, 99)]
        if kind < 4:
            return plain[kind]
        items = [self.document(depth - 1) for _ in range(self.random.randrange(3))]
        return items if kind == 4 else {f"k{index}": item for index, item in enumerate(items)}

    def value(self, shape, location=None, depth=0):
        """The two forms of a value, or none if it would go too deep."""
        kind = shape.type_name
        if kind == "structure":
            if shape.is_document_type:
                return (self.document(),) * 2
            return self.structure(shape, depth)
        if kind == "list":
            items = [self.value(shape.member, location, depth + 1) for _ in range(self.random.randrange(1, 4))]
            return split_list(item for item in items if item)
        if kind == "map":
            keys = {self.key(shape.key, location) for _ in range(self.random.randrange(1, 4))}
            pairs = [(key, self.value(shape.value, location, depth + 1)) for key in sorted(keys)]
            return split_map((key, value) for key, value in pairs if value)
        return self.scalar(shape, location)

    def key(self, shape, location):
        if getattr(shape, "enum", None):
            return self.random.choice(shape.enum)
        name = "".join(self.random.choices(string.ascii_letters, k=self.random.randrange(1, 6)))
        return name if location == "headers" else name + self.random.choice(AWKWARD)

    def scalar(self, shape, location):
        kind = shape.type_name
        if kind == "boolean":
            return (self.random.random() < 0.5,) * 2
        if kind in ("integer", "long", "float", "double"):
            return (self.number(shape),) * 2
        if kind == "timestamp":
            seconds = self.random.randrange(4_000_000_000)
            return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc), seconds
        if kind == "blob":
            text = self.text(None)
            return text.encode(), text
        if is_json(shape):
            value = {"a": self.document(1)}
            return value, in_json(value)
        if getattr(shape, "enum", None):
            return (self.random.choice(shape.enum),) * 2
        return (self.text(location),) * 2

    def structure(self, shape, depth):
        members = shape.members
        needed = set(shape.required_members)
        if getattr(shape, "is_tagged_union", False):
            needed = {self.random.choice(sorted(members))}
            members = {name: members[name] for name in needed}
        pairs = []
        for name, member in members.items():
            location = member.serialization.get("location")
            is_token = member.metadata.get("idempotencyToken")
            is_wanted = name in needed or location in ("uri", "statusCode") or is_token
            if is_wanted or (depth < 4 and self.random.random() < (0.6 if depth == 0 else 0.35)):
                value = self.value(member, location, depth + 1) if depth < 12 else None
                if value is None and is_wanted:
                    return None
                pairs.append((name, value))
        return split_map((name, value) for name, value in pairs if value)


def is_json(shape):
    """Whether a header holds JSON, which is text here and a value in botocore."""
    return shape.serialization.get("jsonvalue") and shape.serialization.get("location") == "header"


def in_json(value):
    return json.dumps(value, separators=(",", ":"))


def split_list(items):
    items = list(items)
    return [item[0] for item in items], [item[1] for item in items]


def split_map(pairs):
    pairs = list(pairs)
    return {name: value[0] for name, value in pairs}, {name: value[1] for name, value in pairs}


def plain(value):
    """What botocore read, as a case has it."""
    if isinstance(value, datetime.datetime):
        return value.timestamp()
    if isinstance(value, (bytes, bytearray)):
        return value.decode()
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return value


def request(operation, params):
    """What botocore sends."""
    serializer = botocore.serialize.create_serializer("rest-json", include_validation=False)
    made = serializer.serialize_to_request(dict(params), operation)
    botocore.awsrequest.prepare_request_dict(made, endpoint_url=ENDPOINT)
    prepared = botocore.awsrequest.create_request_object(made).prepare()
    body = prepared.body or b""
    body = body.decode() if isinstance(body, (bytes, bytearray)) else body
    host, slash, target = prepared.url.removeprefix("https://").partition("/")
    return {
        "method": prepared.method,
        "uri": slash + target,
        "host": host.lower(),
        "headers": {name: as_text(value) for name, value in made["headers"].items()},
        "body": body,
    }


def as_text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def wire(shape, value):
    """A value in the body of an answer."""
    kind = shape.type_name
    if kind == "structure" and not shape.is_document_type:
        named = ((shape.members[name].serialization.get("name", name), shape.members[name], item) for name, item in value.items())
        return {name: wire(member, item) for name, member, item in named}
    if kind == "list":
        return [wire(shape.member, item) for item in value]
    if kind == "map":
        return {name: wire(shape.value, item) for name, item in value.items()}
    if kind == "timestamp":
        return moment(value, shape.serialization.get("timestampFormat", "unixtimestamp"))
    if kind == "blob":
        return base64.b64encode(value).decode()
    return value


def moment(value, form):
    if form == "iso8601":
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.strftime("%a, %d %b %Y %H:%M:%S GMT") if form == "rfc822" else int(value.timestamp())


def header(shape, value):
    kind = shape.type_name
    if kind == "timestamp":
        return str(moment(value, shape.serialization.get("timestampFormat", "rfc822")))
    if kind == "boolean":
        return "true" if value else "false"
    if is_json(shape):
        return base64.b64encode(in_json(value).encode()).decode()
    return str(value)


def answer(operation, output):
    """An answer of a service with an output."""
    shape, headers, body = operation.output_shape, {"Content-Type": "application/json"}, {}
    payload = shape.serialization.get("payload")
    for name, value in output.items():
        member = shape.members[name]
        location = member.serialization.get("location")
        if location == "header":
            if member.type_name == "list":
                continue
            headers[member.serialization.get("name", name)] = header(member, value)
        elif location == "headers":
            headers.update({member.serialization.get("name", "") + key: item for key, item in value.items()})
        elif location == "statusCode":
            continue
        elif name == payload:
            body = value if member.type_name in ("blob", "string") else wire(member, value)
        elif payload is None:
            body[member.serialization.get("name", name)] = wire(member, value)
    text = body.decode() if isinstance(body, bytes) else body if isinstance(body, str) else json.dumps(body)
    return {"status_code": 200, "headers": headers, "body": text}


def result(operation, response):
    """What botocore reads from an answer."""
    parser = botocore.parsers.create_parser("rest-json")
    shape = operation.output_shape
    payload = shape.serialization.get("payload")
    given = {
        "status_code": response["status_code"],
        "headers": HeadersDict(response["headers"]),
        "body": response["body"].encode(),
        "context": {"operation_name": operation.name},
    }
    if payload and shape.members[payload].type_name == "blob" and shape.members[payload].serialization.get("streaming"):
        found = parser.parse({**given, "body": b""}, shape)
        found[payload] = given["body"]
    else:
        found = parser.parse(given, shape)
    found.pop("ResponseMetadata", None)
    return {name: in_json(value) if is_json(shape.members[name]) else plain(value) for name, value in found.items()}


def reached(shapes, names):
    """The shapes that these lead to, without limits."""
    found, left = {}, list(names)
    while left:
        name = left.pop()
        if name in found or name not in shapes:
            continue
        shape = {key: value for key, value in shapes[name].items() if key not in ("min", "max", "pattern", "documentation")}
        found[name] = shape
        left += [part["shape"] for part in parts(shape)]
    return found


def parts(shape):
    yield from shape.get("members", {}).values()
    yield from (shape[key] for key in ("member", "key", "value") if key in shape and isinstance(shape[key], dict))


def suites(session, service, args):
    """The suites of requests and of answers of a service."""
    model = session.get_service_model(service)
    description = session.get_component("data_loader").load_service_model(service, "service-2")
    names = [name for name in model.operation_names if not has_events(model.operation_model(name))]
    made = Made(f"{args.seed} {service}")
    made.random.shuffle(names)
    requests, answers, used = [], [], set()
    for name in sorted(names[: args.operations]):
        operation = model.operation_model(name)
        facts = {key: value for key, value in description["operations"][name].items() if key not in ("errors", "documentation")}
        used |= {facts[key]["shape"] for key in ("input", "output") if key in facts}
        for number in range(args.cases):
            case = {"id": f"{service}.{name}.{number}", "given": facts}
            value = made.structure(operation.input_shape, 0) if operation.input_shape else ({}, {})
            if value:
                requests.append({**case, "params": value[1], "serialized": request(operation, value[0])})
            output = made.structure(operation.output_shape, 0) if operation.output_shape else None
            response = answer(operation, output[0]) if value and output else {}
            # The protocol's own cases have no member for an empty body, and botocore has one.
            if response.get("body"):
                read = {"response": response, "result": result(operation, response)}
                answers.append({**case, "params": value[1], **read})
    shared = {
        "description": service,
        "clientEndpoint": ENDPOINT,
        "metadata": {"protocol": "rest-json", "apiVersion": description["metadata"]["apiVersion"]},
        "shapes": reached(description["shapes"], sorted(used)),
    }
    return [{**shared, "cases": requests}, {**shared, "cases": answers}]


def has_events(operation):
    return operation.has_event_stream_input or operation.has_event_stream_output


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, help="where `protocol/rest-json-….json` are written")
    parser.add_argument("--only", nargs="+", default=SERVICES, help="the services")
    parser.add_argument("--operations", type=int, default=12, help="how many operations of each")
    parser.add_argument("--cases", type=int, default=6, help="how many cases of each operation")
    parser.add_argument("--seed", default="1", help="what chooses the operations and values")
    args = parser.parse_args()
    print(f"botocore {botocore.__version__}")
    session = botocore.session.Session()
    pairs = [suites(session, service, args) for service in args.only]
    folder = args.folder / "protocol"
    folder.mkdir(parents=True, exist_ok=True)
    for index, name in enumerate(("input", "output")):
        written = [pair[index] for pair in pairs]
        (folder / f"rest-json-{name}.json").write_text(json.dumps(written, indent=1), encoding="utf-8")
        print(f"{name}: {sum(len(suite['cases']) for suite in written)} cases of {len(written)} services")


main()
