"""The claims of all articles, listed."""


def test_claims_are_listed_by_stage_and_narrowed(hashiya):
    first = hashiya("annotate", 1, 0, 3, "claim", "--set", "claim_text=قول", "--json").json["uid"]
    second = hashiya("annotate", 2, 0, 4, "claim", "--set", "state=checking", "--json").json["uid"]
    listed = hashiya("claims", "--json").json
    assert [one["uid"] for one in listed] == [first, second]
    assert (listed[0]["claim"], listed[0]["state"], listed[0]["evidence"]) == (
        "قول",
        "candidate",
        0,
    )
    assert listed[1]["assigned_to"]
    only = hashiya("claims", "--state", "checking", "--json").json
    assert [one["uid"] for one in only] == [second]
    assert second in hashiya("claims", "--state", "checking").out


def test_a_stage_that_there_is_not_is_refused(hashiya):
    answer = hashiya("claims", "--state", "finished")
    assert answer.status == 1
    assert "candidate" in answer.refusal


def test_a_claim_in_the_trash_is_not_listed(hashiya):
    assert hashiya("claims", "--json").json == []
