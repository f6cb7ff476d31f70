#!/usr/bin/env python3
"""Writes into `validation.txt` what botocore itself says of each call there; README.md says how to run it.

A call is a line `$ SERVICE OPERATION JSON`; what follows, up to the next call, is botocore's report.
"""

import json
import pathlib

import botocore.validate

import pack

MADE_UP = "00000000-0000-0000-0000-000000000000"


def report(source, service, operation, params):
    """Botocore's report, after it has made up the tokens that it makes up."""
    model = source.model(service).operation_model(operation)
    if isinstance(params, dict):
        params = params | {name: MADE_UP for name in model.idempotent_members if name not in params}
    return botocore.validate.ParamValidator().validate(params, model.input_shape).generate_report()


def main():
    """Keeps the calls and replaces the reports."""
    source = pack.Source()
    path = pathlib.Path(__file__).with_name("validation.txt")
    lines = []
    for call in path.read_text().splitlines():
        if call.startswith("$ "):
            _, service, operation, params = call.split(" ", 3)
            lines += [call, *filter(None, report(source, service, operation, json.loads(params)).split("\n"))]
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
