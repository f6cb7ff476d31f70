//! Long polling: a call that waits for a message lets simulated time pass until one is there, and is then made once.

use skylab_cloud::{Request, Sandbox, api::Origin, clock::SECOND_MS, sqs};

/// How often a waiting call looks.
const STEP_MS: i64 = SECOND_MS;

/// Waits as long as a call waits.
pub(super) fn wait(sandbox: &mut Sandbox, origin: &Origin, request: &Request) {
    let Request::Sqs(sqs::Request::ReceiveMessage(receive)) = request else { return };
    let end = sandbox.now().plus(receive.wait_millis(sandbox.world(), origin));
    while sandbox.now() < end && sandbox.world().halted().is_none() && receive.wait_millis(sandbox.world(), origin) > 0 {
        let step = STEP_MS.min(end.since(sandbox.now()));
        sandbox.advance(step);
    }
}
