"""What the tool can't know by the document alone.

Above all a check that statuses can't make, since 409 says both "your input is wrong" and "the shop can't do that".
"""
import schemathesis

LOOKUP_KEYS = ("account_number", "customer_id", "vcc_number")

# What the sandbox calls wrong although the document can't say so, by operation: the inputs.
BEYOND_SCHEMA = {
    # At least one of the three.
    "lookupCustomer": set(LOOKUP_KEYS),
    # Not every text is a licence.
    "decodeDriversLicense": {"code"},
    # Not every account is in Quebec.
    "closeAccount": {"account_number"},
}


def operation_id(case):
    return case.operation.definition.raw["operationId"]


@schemathesis.hook
def before_call(context, case, kwargs):
    """Leaves a lookup one of its keys: almost all that are made up have several, and would show nothing."""
    if operation_id(case) == "lookupCustomer" and case.meta.generation.mode.is_positive:
        for key in [key for key in LOOKUP_KEYS if key in case.query][1:]:
            del case.query[key]


@schemathesis.check
def sound_input_is_not_called_wrong(ctx, response, case):
    if not case.meta.generation.mode.is_positive or response.status_code != 409:
        return
    body = response.json()
    if body["error"] not in ("wrong_inputs", "wrong_input"):
        return
    named = {field["param"] for field in body.get("field_errors") or body["error_fields"]}
    assert named <= BEYOND_SCHEMA.get(operation_id(case), set()), f"called wrong: {', '.join(sorted(named))}"
