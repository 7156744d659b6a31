//! What a request costs, for whoever filed and for the office.

use law::Date;

use crate::DateWords as _;

words! {
    /// Words about fees.
    pub trait FeeWords:
    fee_total() -> &'static str { "Fee asked for", "Costo pedido" }
    fee_total_estimated() -> &'static str { "Estimate, nothing to pay yet", "Cálculo previo, sin nada que pagar todavía" }
    fee_deposit() -> &'static str { "Of it before the work goes on", "De ello, antes de seguir el trabajo" }
    fee_left() -> &'static str { "Left to pay", "Falta por pagar" }
    fee_paid_on(day: &str) -> String { format!("Paid on {day}"), format!("Pagado el {day}") }
    fee_refunded_on(day: &str) -> String { format!("Given back on {day}"), format!("Devuelto el {day}") }
    fee_receipt(number: &str) -> String { format!(", receipt {number}"), format!(", recibo {number}") }
    fee_accepted_on(day: &str) -> String {
        format!("Whoever filed accepted this on {day}."), format!("Quien presentó la solicitud lo aceptó el {day}.")
    }
    fee_challenged_on(day: &str) -> String {
        format!("Whoever filed said on {day} that this is wrong."),
        format!("Quien presentó la solicitud dijo el {day} que esto está mal.")
    }
    fee_title() -> &'static str { "What it costs", "Lo que cuesta" }
    fee_law() -> &'static str {
        "The law lets video fees cover only copies, staff time to copy, programming and the disk or drive, never review or redaction. Staff time is charged at most at the average hourly pay of those who do the work (RSMo 610.026.1(2)).",
        "Para videos, la ley solo permite cobrar las copias, el tiempo del personal para copiar, la programación y el disco o la memoria; nunca la revisión ni ocultar partes. El tiempo se cobra a lo sumo al pago medio por hora de quienes hacen el trabajo (RSMo 610.026.1(2))."
    }
    fee_how() -> &'static str {
        "The records office tells you how to pay; the portal takes no money. Give it the tracking number:",
        "La oficina de registros le dice cómo pagar; el portal no recibe dinero. Dele el número de seguimiento:"
    }
    fee_until(day: Date) -> String {
        format!("The last day to pay is {}. If nothing is paid by then, the request counts as withdrawn (RSMo 610.026.2(2)). A pending lawsuit about the request stops this. You can file again at any time.", office::Lang::En.day(day)),
        format!("El último día para pagar es el {}. Si hasta entonces no se paga, la solicitud se considera retirada (RSMo 610.026.2(2)). Un juicio pendiente sobre la solicitud lo impide. Puede presentar otra cuando quiera.", office::Lang::Es.day(day))
    }
    fee_waits() -> &'static str {
        "You wrote about the fee. The days to pay stopped; they begin anew when the records office answers.",
        "Usted escribió sobre el costo. Los días para pagar se detuvieron; empiezan de nuevo cuando la oficina de registros responda."
    }
    fee_before_delivery() -> &'static str {
        "No day runs for what is left. It must be paid or waived before the copy is given to you.",
        "No corre ningún plazo para lo que falta. Debe pagarse o perdonarse antes de que se le entregue la copia."
    }
    fee_accept_title() -> &'static str { "Accept the cost", "Aceptar el costo" }
    fee_accept_hint() -> &'static str {
        "It tells the records office that it can go on. It is no payment, and you can still ask about it.",
        "Dice a la oficina de registros que puede seguir. No es un pago, y todavía puede preguntar."
    }
    fee_accept_send() -> &'static str { "I accept this cost", "Acepto este costo" }
    fee_narrow_title() -> &'static str { "Ask for less, so that it costs less", "Pedir menos, para que cueste menos" }
    fee_narrow_label() -> &'static str { "Which part is enough for you", "Qué parte le basta" }
    fee_narrow_hint() -> &'static str {
        "For example: only the first ten minutes, or only one camera. The days to pay stop until the records office answers.",
        "Por ejemplo: solo los primeros diez minutos, o solo una cámara. Los días para pagar se detienen hasta que la oficina de registros responda."
    }
    fee_narrow_send() -> &'static str { "Ask for less", "Pedir menos" }
    fee_challenge_title() -> &'static str { "Say that the fee is wrong", "Decir que el costo está mal" }
    fee_challenge_label() -> &'static str { "What is wrong with it", "Qué está mal" }
    fee_challenge_hint() -> &'static str {
        "The records office must read it. The days to pay run on, and nothing is closed by it.",
        "La oficina de registros debe leerlo. Los días para pagar siguen corriendo y nada se cierra por ello."
    }
    fee_challenge_send() -> &'static str { "Challenge the fee", "Impugnar el costo" }
}
