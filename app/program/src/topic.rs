//! What facts are about: the headings within a page.

law::terms! {
    /// What a fact is about: a heading within its section.
    #[expect(missing_docs, reason = "each has its title in words")]
    Topic {
        Phase "phase" { "Step by step", "Paso a paso" }
        Next "next" { "What comes next", "Qué sigue" }
        Equipment "equipment" { "The cameras", "Las cámaras" }
        InCar "in_car" { "In the car", "En la patrulla" }
        Version "version" { "The policy and its versions", "La política y sus versiones" }
        Stakeholders "stakeholders" { "Who took part", "Quiénes participaron" }
        Activation "activation" { "When the camera must be on", "Cuándo debe grabar la cámara" }
        Privacy "privacy" { "In a home", "En una vivienda" }
        Handling "handling" { "Who handles the video", "Quién maneja el video" }
        Check "check" { "What an audit found", "Qué halló una auditoría" }
        Cost "cost" { "Cost", "Costo" }
        Gifts "gifts" { "Gifts", "Donaciones" }
        Reform "reform" { "Announced in April 2021", "Anunciadas en abril de 2021" }
        Before "before" { "In place before 2020", "Ya existían antes de 2020" }
        Office "office" { "The Office of Community Complaints", "La Oficina de Quejas de la Comunidad" }
        Investigation "investigation" { "How long an investigation may take", "Cuánto puede durar una investigación" }
        Members "members" { "If you work for the department", "Si usted trabaja en el departamento" }
        Kept "kept" { "How long", "Cuánto tiempo" }
        Law "law" { "What the law says", "Qué dice la ley" }
        Hold "hold" { "What a hold does", "Qué hace una orden de conservar" }
        Closed "closed" { "Why video is closed, and what opens it", "Por qué está cerrado el video y qué lo abre" }
        Criticism "criticism" { "What critics say", "Qué dicen los críticos" }
        Rights "rights" { "What you can ask for", "Qué puede pedir usted" }
        Court "court" { "Asking a court", "Acudir a un tribunal" }
        Notice "notice" { "Notice to the people shown", "Aviso a las personas que aparecen" }
    }
}
