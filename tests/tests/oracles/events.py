"""Reads streams of events with botocore (PyPI).

The only argument is the model of a service. One JSON document a line comes in, one goes out:

    {"operation": "Listen", "body": "base64"}  ->  {"events": [...], "error": {"Code": ..., "Message": ...} or "text" or null}
"""
import base64
import datetime
import json
import sys

from botocore.eventstream import EventStream, ParserError
from botocore.exceptions import EventStreamError
from botocore.model import ServiceModel
from botocore.parsers import create_parser


class Body:
    """A body in parts, of a size that cuts frames anywhere."""

    def __init__(self, body):
        self.body = body

    def stream(self):
        return (self.body[at : at + 13] for at in range(0, len(self.body), 13))

    def close(self):
        pass


def plain(value):
    """A value as JSON has it."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime.datetime):
        return value.timestamp()
    return value


def read(service, operation, body):
    model = service.operation_model(operation)
    # The parser of the events is that of the protocol.
    parser = create_parser("rest-json")
    stream = EventStream(Body(body), model.get_event_stream_output(), parser._event_stream_parser, operation)
    events = []
    try:
        for event in stream:
            events.append(plain(event))
    except EventStreamError as error:
        return {"events": events, "error": error.response["Error"]}
    except (ParserError, UnicodeDecodeError, ValueError) as error:
        return {"events": events, "error": type(error).__name__}
    return {"events": events, "error": None}


with open(sys.argv[1], encoding="utf-8") as file:
    service = ServiceModel(json.load(file))
for line in sys.stdin:
    request = json.loads(line)
    answer = read(service, request["operation"], base64.b64decode(request["body"]))
    print(json.dumps(answer), flush=True)
