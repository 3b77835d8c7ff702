"""A check that statuses alone can't make, since 409 says both "your input is wrong" and "the shop can't do that"."""
import schemathesis

# What the sandbox calls wrong although the document can't say so, by operation: the inputs.
BEYOND_SCHEMA = {
    # Exactly one of the three.
    "lookupCustomer": {"vcc_number", "account_number", "customer_id"},
    # Not every text is a licence.
    "decodeDriversLicense": {"code"},
    # Not every account is in Quebec.
    "closeAccount": {"account_number"},
}


@schemathesis.check
def sound_input_is_not_called_wrong(ctx, response, case):
    if not case.meta.generation.mode.is_positive or response.status_code != 409:
        return
    body = response.json()
    if body["error"] not in ("wrong_inputs", "wrong_input"):
        return
    named = {field["param"] for field in body.get("field_errors") or body["error_fields"]}
    operation = case.operation.definition.raw["operationId"]
    assert named <= BEYOND_SCHEMA.get(operation, set()), f"called wrong: {', '.join(sorted(named))}"
