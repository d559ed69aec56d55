import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nPct } from './n-pct';

testRuleExamples(nPct);
