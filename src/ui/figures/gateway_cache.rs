//! A read through a gateway: from its cache over the local network, or from S3 over the line. It shows no writes.

use egui::Align2;

use super::{Canvas, Ink};

/// The program, the gateway with its cache, and S3: left edges and widths.
const PROGRAM: (f32, f32) = (0.0, 21.0);
const GATEWAY: (f32, f32) = (37.0, 27.0);
const S3: (f32, f32) = (84.0, 16.0);
/// The upper edge and the height of what stands between the two networks.
const TOP: f32 = 8.0;
const HIGH: f32 = 25.0;
/// Where a file from the cache comes along, and where one from S3.
const HIT: f32 = 17.0;
const MISS: f32 = 29.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.caption((0.0, 0.0), Align2::LEFT_TOP, "figure-gateway-cache-premises", Ink::Muted);
    canvas.words((100.0, 0.0), Align2::RIGHT_TOP, "AWS", Ink::Muted, true);
    let middle = TOP + HIGH / 2.0;
    canvas.boxed((PROGRAM.0, TOP), (PROGRAM.1, HIGH), Ink::Muted);
    canvas.caption((PROGRAM.0 + PROGRAM.1 / 2.0, middle), Align2::CENTER_CENTER, "figure-gateway-cache-program", Ink::Text);
    canvas.boxed((GATEWAY.0, TOP), (GATEWAY.1, HIGH), Ink::Accent);
    canvas.boxed((GATEWAY.0 + 2.0, TOP + 4.5), (GATEWAY.1 - 4.0, 9.0), Ink::Ok);
    canvas.caption((GATEWAY.0 + GATEWAY.1 / 2.0, HIT), Align2::CENTER_CENTER, "figure-gateway-cache-cache", Ink::Text);
    canvas.boxed((S3.0, TOP), (S3.1, HIGH), Ink::Series(2));
    canvas.words((S3.0 + S3.1 / 2.0, middle - 0.5), Align2::CENTER_BOTTOM, "S3", Ink::Text, true);
    canvas.words((S3.0 + S3.1 / 2.0, middle + 0.5), Align2::CENTER_TOP, "20 TB", Ink::Text, true);

    let (program, gateway) = (PROGRAM.0 + PROGRAM.1, GATEWAY.0 + GATEWAY.1);
    canvas.arrow((GATEWAY.0 + 2.0, HIT), (program, HIT), Ink::Ok);
    canvas.arrow((S3.0, MISS), (program, MISS), Ink::Failed);
    canvas.words((f32::midpoint(program, GATEWAY.0), TOP), Align2::CENTER_BOTTOM, "1 Gbps", Ink::Muted, true);
    canvas.words((f32::midpoint(gateway, S3.0), TOP), Align2::CENTER_BOTTOM, "100 Mbps", Ink::Muted, true);

    let below = TOP + HIGH + 6.0;
    canvas.disc((1.5, below), 1.4, Ink::Ok);
    canvas.caption((5.0, below), Align2::LEFT_CENTER, "figure-gateway-cache-hit", Ink::Ok);
    canvas.cross((1.5, below + 7.0), 1.2, Ink::Failed);
    canvas.caption((5.0, below + 7.0), Align2::LEFT_CENTER, "figure-gateway-cache-miss", Ink::Failed);
}
