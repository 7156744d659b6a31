//! What figures do not say.

law::terms! {
    /// A limit of a figure, told beside it.
    Caveat {
        /// Small counts are hidden.
        Hidden "hidden" {
            "Small numbers are hidden, and some larger ones with them.",
            "Los números pequeños se ocultan, y con ellos algunos mayores."
        }
        /// The request figures follow each change.
        InTheLog "in_the_log" {
            "This number follows each change within a minute. Two looks at it tell no more than the public log, which shows \
             each request with where it stands, and no names.",
            "Este número sigue cada cambio en menos de un minuto. Mirarlo dos veces no revela más que el registro público, \
             que muestra cada solicitud y su estado, sin nombres."
        }
        /// Only what reached the portal.
        PortalOnly "portal_only" {
            "This counts what was filed here or entered here. A request made elsewhere and never entered is not in it.",
            "Aquí se cuenta lo que se presentó o se anotó en este portal. No incluye una solicitud hecha en otro lugar que \
             nunca se anotó."
        }
        /// Past months change.
        Moves "moves" {
            "A request is counted where it stands today. As requests move on, numbers of past months change too.",
            "Cada solicitud se cuenta donde está hoy. Cuando las solicitudes avanzan, también cambian los números de meses \
             pasados."
        }
        /// Open requests are counted as open.
        OpenCounted "open_counted" {
            "Requests still open are counted for as long as they have waited. None is left out, so waits do not look \
             shorter than they are.",
            "Las solicitudes abiertas se cuentan por el tiempo que llevan esperando. No se omite ninguna, para que las \
             esperas no parezcan más cortas de lo que son."
        }
        /// Requests that ended otherwise leave the curve.
        EndedOtherwise "ended_otherwise" {
            "A request that was denied, withdrawn or without a recording leaves the count on that day. So this says how \
             long a release takes, not how likely it is. The share of all requests released is shown beside it.",
            "Una solicitud denegada, retirada o sin grabación sale de la cuenta ese día. Por eso esto dice cuánto tarda una \
             entrega, no qué tan probable es. Al lado se muestra qué parte de todas las solicitudes se entregó."
        }
        /// Weekends count.
        EveryDay "every_day" {
            "Every day counts here, weekends and holidays too. The legal deadline counts business days.",
            "Aquí cuentan todos los días, también los fines de semana y los feriados. El plazo legal cuenta días hábiles."
        }
        /// Only days that have passed.
        DuePassed "due_passed" {
            "Only deadlines that have passed are counted. A request that ended before its deadline is left out.",
            "Solo se cuentan los plazos que ya vencieron. No se cuenta una solicitud que terminó antes de su plazo."
        }
        /// Taking up counted as an act before.
        TakenUpBefore "taken_up_before" {
            "Earlier versions of this portal counted a request as acted on once it was taken up, which is no answer. \
             Requests that were taken up then still count so in their months.",
            "Las versiones anteriores de este portal daban por atendida una solicitud en cuanto se tomaba, lo que no es una \
             respuesta. Las que se tomaron entonces siguen contando así en sus meses."
        }
        /// The wait can take years.
        MayTakeYears "may_take_years" {
            "The law sets no end to this wait. It can take years.",
            "La ley no pone fin a esta espera. Puede durar años."
        }
        /// Only whole years.
        WholeYears "whole_years" {
            "Only years that are over are shown, as they stood when this year began. What is entered later is added a year \
             later. A number that grew by one from one look to the next could tell who answered a notice or went to court.",
            "Solo se muestran años ya terminados, tal como estaban al empezar este año. Lo que se anota después se suma un \
             año más tarde. Un número que aumenta en uno de una mirada a otra podría revelar quién respondió a un aviso o \
             acudió a un tribunal."
        }
        /// An objection here is no court action.
        NoCourtAction "no_court_action" {
            "An objection made here is not a court action.",
            "Una objeción presentada aquí no es una acción judicial."
        }
        /// As recorded by the custodian.
        AsEntered "as_entered" {
            "This counts what the records custodian entered. An order counts once a second person has checked it.",
            "Se cuenta lo que anotó el custodio de registros. Una orden cuenta cuando una segunda persona la verificó."
        }
        /// As reported from elsewhere.
        AsReported "as_reported" {
            "Footage is deleted in the police evidence system, not here. This counts what was reported to this portal.",
            "Las grabaciones se borran en el sistema de pruebas de la policía, no aquí. Se cuenta lo que se informó a este \
             portal."
        }
        /// Orders about requests are counted elsewhere.
        OwnTable "own_table" {
            "An order that answers a request is also in the table of orders about requests. So the two are not added.",
            "Una orden que responde a una solicitud también está en la tabla de órdenes sobre solicitudes. Por eso no se \
             suman las dos."
        }
        /// Other reasons to keep footage.
        OtherKeeping "other_keeping" {
            "Footage is also kept for an open case, or because a court ordered it. That is not counted here; orders not to \
             delete are among the court orders about recordings.",
            "También se conservan grabaciones por un caso abierto o por orden de un tribunal. Eso no se cuenta aquí; las \
             órdenes de no borrar están entre las órdenes judiciales sobre grabaciones."
        }
        /// Not refused elsewhere.
        RefusedHere "refused_here" {
            "This portal refuses to record the deletion of footage that a request holds. But footage is deleted in the \
             police evidence system. Where the custodian has to say that it happened there, it is counted here.",
            "Este portal no deja anotar el borrado de una grabación retenida por una solicitud. Pero las grabaciones se \
             borran en el sistema de pruebas de la policía. Si el custodio tiene que decir que allí ocurrió, se cuenta aquí."
        }
        /// The target is none.
        TargetNone "target_none" {
            "The target is zero. This number is never hidden.",
            "La meta es cero. Este número nunca se oculta."
        }
        /// Published numbers with their dates.
        AsPublished "as_published" {
            "These are numbers that the press and the department have published, each with its date. We know of no public \
             count for each division.",
            "Son números que publicaron la prensa y el departamento, cada uno con su fecha. No conocemos un recuento público \
             por división."
        }
    }
}
