//! The money of a request beside the fee that stands: estimate, deposit, payments, refunds, and what whoever filed said of it.

use serde::{Deserialize, Serialize};

use super::{Fee, FeeLine, bar, sum_cents};
use crate::{
    Date,
    bar::{Bar, Reason},
};

/// Money that came or went, as recorded. The portal moves no money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// US cents.
    pub cents: u64,
    /// Its day.
    pub on: Date,
    /// Number of the receipt, if one was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
}

/// The money of a request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeAccount {
    /// What it may cost, as told last, and the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<(Vec<FeeLine>, Date)>,
    /// What of the fee that stands is asked for before the work, in US cents; `None`: all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit_cents: Option<u64>,
    /// Day on which whoever filed accepted the estimate or the fee as it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_on: Option<Date>,
    /// Day on which whoever filed challenged it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenged_on: Option<Date>,
    /// What came, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// What was given back, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refunds: Vec<Payment>,
    /// What of the payments belongs to fees that were settled before the one that stands, in US cents.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub earlier_cents: u64,
}

#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")
)]
const fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl FeeAccount {
    /// Whether nothing was ever told, paid or said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What came and was not given back, in US cents.
    pub fn kept_cents(&self) -> u64 {
        let sum = |entries: &[Payment]| entries.iter().map(|entry| entry.cents).sum::<u64>();
        sum(&self.payments).saturating_sub(sum(&self.refunds))
    }

    /// What of it was paid on the fee that stands.
    pub fn paid_on_this_cents(&self) -> u64 {
        self.kept_cents().saturating_sub(self.earlier_cents)
    }

    /// What of the fee that stands is not paid yet, in US cents.
    pub fn balance_cents(&self, fee: &Fee) -> u64 {
        fee.cents().saturating_sub(self.paid_on_this_cents())
    }

    /// What must be paid before the work goes on: the deposit, or the whole balance where none was set.
    pub fn due_cents(&self, fee: &Fee) -> u64 {
        match self.deposit_cents {
            Some(deposit) => deposit
                .saturating_sub(self.paid_on_this_cents())
                .min(self.balance_cents(fee)),
            None => self.balance_cents(fee),
        }
    }

    /// Whether something must be paid before the work goes on: always, but for a fee whose deposit came.
    pub fn deposit_open(&self, fee: &Fee) -> bool {
        self.deposit_cents.is_none() || self.due_cents(fee) > 0
    }

    /// Another fee is asked for, with a deposit or without.
    ///
    /// # Errors
    /// [`Reason::DepositTooLarge`] when the deposit is nothing, or more than the fee.
    pub fn ask(&mut self, before: &Fee, lines: &[FeeLine], deposit_cents: Option<u64>) -> Result<(), Bar> {
        let sum = sum_cents(lines);
        if deposit_cents.is_some_and(|deposit| deposit == 0 || deposit > sum) {
            bar(Reason::DepositTooLarge { cents: sum })?;
        }
        // What was settled belongs to the fee before; what was paid on one that is replaced counts for this one.
        if !before.unsettled() {
            self.earlier_cents = self.kept_cents();
        }
        self.deposit_cents = deposit_cents;
        (self.accepted_on, self.challenged_on) = (None, None);
        Ok(())
    }

    /// Money came: so much, or else what is due first.
    ///
    /// # Errors
    /// [`Reason::PaymentTooLarge`] when it is nothing, or more than is left to pay.
    pub fn pay(&mut self, fee: &Fee, cents: Option<u64>, on: Date, receipt: Option<String>) -> Result<u64, Bar> {
        let balance = self.balance_cents(fee);
        let due = Some(self.due_cents(fee)).filter(|due| *due > 0).unwrap_or(balance);
        let cents = cents.unwrap_or(due);
        // A fee that what was paid before covers already is settled by saying so.
        if cents > balance || (cents == 0 && balance > 0) {
            bar(Reason::PaymentTooLarge { cents: balance })?;
        }
        if cents > 0 {
            self.payments.push(Payment { cents, on, receipt });
        }
        Ok(cents)
    }

    /// Money is given back.
    ///
    /// # Errors
    /// [`Reason::RefundTooLarge`] when it is nothing, or more than was paid and kept.
    pub fn refund(&mut self, cents: u64, on: Date, receipt: Option<String>) -> Result<(), Bar> {
        let kept = self.kept_cents();
        if cents == 0 || cents > kept {
            bar(Reason::RefundTooLarge { cents: kept })?;
        }
        self.refunds.push(Payment { cents, on, receipt });
        self.earlier_cents = self.earlier_cents.saturating_sub(cents);
        Ok(())
    }
}
