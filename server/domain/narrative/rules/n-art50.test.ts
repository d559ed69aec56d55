import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nArt50 } from './n-art50';

testRuleExamples(nArt50);
