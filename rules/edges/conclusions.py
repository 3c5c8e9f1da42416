"""What each rule of published criteria that advises on a drug concludes, written out again.

Read from top to bottom it says what stops a drug, what keeps the question open, what leaves it to
the team, what speaks against it and what opens it.
"""

from engine.language import Concluded
from rules.reference.concepts import (
    CYC_MAY,
    CYC_NOT,
    CYC_STOP,
    CYC_TEAM,
    CYC_WITHHELD,
    MITOX_MAY,
    MITOX_NOT,
    MITOX_STOP,
    MITOX_TEAM,
    MITOX_WITHHELD,
)

CONCLUSIONS: tuple[Concluded, ...] = (
    Concluded(
        CYC_STOP,
        (
            "RSAF-1",  # a serious infection: cyclophosphamide is paused until it is treated
            "RSAF-3",  # a urinary tract infection: cyclophosphamide is paused
            "RSAF-4",  # fever or suspected infection: paused until it is worked up
            "RSAF-8",  # first trimester or breastfeeding: cyclophosphamide is contraindicated
            "RSAF-9",  # second or third trimester, neither life nor an organ threatened
            "RSAF-19",  # active tuberculosis: cyclophosphamide is paused
            "RCYC-1",  # hypersensitivity to cyclophosphamide
            "RCYC-2",  # an obstruction of the urinary outflow
            "RCYC-3",  # neutrophils below 0.5 ×10⁹/L, whatever the cause
            "RCYC-4",  # low counts from a drug, the marrow or an infection: held
            "RCYC-5",  # white cells below 4 from a drug, the marrow or an infection: postponed
            "RCYC-9",  # haemorrhagic cystitis
            "RCYC-10",  # blood in the urine that is not from the kidney: held
            "RCYC-11",  # etanercept at the same time: the combination ends first
            "RCYC-12",  # a lifetime dose of 36 g or more
            "RCYC-41",  # liver enzymes above three times the upper limit: held
        ),
    ),
    Concluded(
        CYC_WITHHELD,
        (
            "RSAF-14",  # pregnancy possible, contraception not in place: cyclophosphamide waits
            "RGOV-19",  # neither creatinine nor filtration rate recorded: no dose can be reckoned
        ),
    ),
    Concluded(
        CYC_TEAM,
        (
            "RLUP-16",  # refractory nephritis: guidelines name other steps
            "RLUP-17",  # a blood emergency of lupus: other steps come first
            "RLUP-18",  # inflammation and thrombosis together: a team question
            "RLUP-19",  # active membranous nephritis: no rule here names cyclophosphamide
            "RLUP-20",  # severe lupus, nephritis suspected and not biopsied
            "RLUP-42",  # a threatened kidney, and a biopsy that does not show why
            "RLUP-43",  # limb, eye or airway threatened: no list of lupus that was read names it
            "RVAS-14",  # another vasculitis: no criterion here speaks of it
            "RVAS-15",  # anti-GBM disease without lung bleeding or failing kidneys
            "RVAS-16",  # three months on dialysis, and nothing else inflamed
            "RVAS-17",  # anti-GBM: crescents everywhere, dialysis, and no lung bleeding
            "RRA-16",  # scleritis or peripheral keratitis, and no other vasculitis recorded
            "RRA-18",  # a lung disease that does not get worse, and no vasculitis
            "RMYO-22",  # life in danger, and no criterion names the drug yet
            "RMYO-23",  # a stable lung disease, and not refractory after the ladder
            "RSAF-10",  # second or third trimester, life or an organ threatened
            "RSAF-21",  # latent tuberculosis that was not treated: the team plans first
            "RSAF-23",  # hepatitis B surface antigen: the team plans first
            "RSAF-25",  # a cancer now: left to the team with oncology
            "RSAF-28",  # a localised infection: the team settles it first
            "RCYC-6",  # low counts from the disease itself: a question for the team
            "RCYC-36",  # platelets of 50 to 99 and not from the disease: the team looks again
        ),
    ),
    Concluded(
        CYC_NOT,
        (
            "RLUP-21",  # lupus that is not severe by published criteria
            "RLUP-22",  # severe, but no organ for which cyclophosphamide is listed
            "RLUP-23",  # neuropsychiatric lupus by thrombosis, no organ listed
            "RLUP-24",  # serology alone or fixed damage is no active lupus
            "RVAS-12",  # GPA or MPA that is not severe by published criteria
            "RVAS-13",  # EGPA that is not severe by published criteria
            "RVAS-18",  # an ANCA titre alone or fixed damage is no active vasculitis
            "RVAS-19",  # vasculitis in remission: cyclophosphamide is not a maintenance drug
            "RRA-9",  # no vasculitis, no inflamed eye, no lung disease: no alkylating drug
            "RRA-10",  # fixed damage is no active arthritis
            "RMYO-10",  # no lung disease, no danger to life, and not refractory after the ladder
            "RMYO-11",  # inclusion body myositis
            "RMYO-12",  # antibodies alone or lost muscle is no active myopathy
            "RCYC-13",  # a cancer of the bladder in the past
            "RCYC-37",  # the course under discussion would bring the lifetime dose to 36 g
        ),
    ),
    Concluded(
        CYC_MAY,
        (
            "RLUP-15",  # lupus for which published criteria list cyclophosphamide
            "RVAS-11",  # vasculitis for which published criteria list cyclophosphamide
            "RRA-8",  # arthritis for which published criteria list cyclophosphamide
            "RMYO-9",  # myopathy for which published criteria list cyclophosphamide
        ),
    ),
    Concluded(
        MITOX_STOP,
        (
            "RSAF-2",  # a serious infection: mitoxantrone is paused until it is treated
            "RSAF-5",  # fever or suspected infection: mitoxantrone is paused until it is worked up
            "RSAF-11",  # pregnancy or breastfeeding: mitoxantrone is contraindicated
            "RSAF-20",  # active tuberculosis: mitoxantrone is paused
            "RMIT-1",  # hypersensitivity to mitoxantrone
            "RMIT-2",  # hypersensitivity to sulfite outside the United States
            "RMIT-4",  # ejection fraction below the laboratory's lower limit
            "RMIT-5",  # ejection fraction below 50 %
            "RMIT-7",  # ejection fraction fallen by ten points or more
            "RMIT-8",  # heart failure or significant heart disease before
            "RMIT-9",  # an anthracycline or radiotherapy to the chest before
            "RMIT-10",  # neutrophils below 1.5 ×10⁹/L before a dose
            "RMIT-11",  # the next dose would exceed 140 mg/m²
            "RMIT-12",  # the next dose would exceed 72 mg/m² outside the United States
            "RMIT-13",  # an earlier course of mitoxantrone in Europe
            "RMIT-14",  # liver enzymes above three times the upper limit
        ),
    ),
    Concluded(
        MITOX_WITHHELD,
        (
            "RSAF-15",  # pregnancy possible, contraception not in place: mitoxantrone waits
            "RMIT-27",  # a course is running, the ejection fraction is from before its last dose
        ),
    ),
    Concluded(
        MITOX_TEAM,
        (
            "RMS-9",  # label minimum met, but the ladder of newer drugs is not used up
            "RSAF-26",  # a cancer now: mitoxantrone is left to the team with oncology
            "RMIT-3",  # hypersensitivity to sulfite under the United States label
            "RMIT-21",  # low counts from a drug, the marrow or an infection
            "RMIT-22",  # low counts from an autoimmune disease, or low all life
            "RMIT-23",  # a localised or urinary infection: the team settles it first
            "RMIT-25",  # hepatitis B surface antigen before mitoxantrone
            "RMIT-26",  # untreated latent tuberculosis before mitoxantrone
        ),
    ),
    Concluded(
        MITOX_NOT,
        (
            "RMS-10",  # no drug for multiple sclerosis has been tried yet
            "RMS-11",  # primary progressive multiple sclerosis
            "RMS-12",  # secondary progressive disease without relapses or new lesions
            "RMS-13",  # a clinically isolated syndrome
            "RMS-14",  # multiple sclerosis that is not highly active by criteria
        ),
    ),
    Concluded(
        MITOX_MAY,
        (
            "RMS-8",  # highly active disease with no alternative left
        ),
    ),
)
