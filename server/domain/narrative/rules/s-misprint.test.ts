import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { sMisprint } from './s-misprint';

testRuleExamples(sMisprint);
